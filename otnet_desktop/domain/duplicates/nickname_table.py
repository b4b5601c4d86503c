"""First names and what people who bear them are called, one full name a line, folded (no accents, no capitals).

Source: written for this project from general knowledge of names in English, German, Dutch, Spanish, French, Italian,
Portuguese, Polish, Russian and the Nordic languages; no list was copied. A name that is only a spelling of another
("Katherine", "Catherine") stands in its line as well. To correct it, edit this text: nothing is derived from it
elsewhere.
"""

from __future__ import annotations

NAMES = """
abigail: abby abbie gail
abraham: abe bram
adelaide: addie ada heidi
adrian: ade
agnes: aggie nessie
albert: al bert bertie
alberto: beto berto
alejandra: ale jandra
alejandro: ale jandro alex
aleksander: alek olek alex aleks
aleksandra: ola alex
alexander: alex al alec lex sandy sasha xander
alexandra: alex alexa lexi sandra sandy sasha alix
alexei: alyosha lyosha
alfonso: poncho fonso
alfred: al alf alfie fred
alice: ali allie
alicia: ali licia lisha
alison: ali allie ally allison
alistair: al ali alasdair
amanda: mandy mandi
amelia: amy millie mia
anastasia: ana nastya stacy stasia
andreas: andi andy
andrew: andy drew andre
angela: angie ange
angelica: angie geli
anita: ana nita
ann: anna anne annie anita nan nancy
anna: ann anne annie ania anya
anneliese: anne anni liese
annette: annie nettie
anthony: tony ant
antonio: tony toni antonino nino
archibald: archie
arnold: arnie
arthur: art artie
augustin: gus augie agustin
barbara: barb barbie babs basia bobbie
bartholomew: bart
beatrice: bea trixie beatrix bee
beatriz: bea bia
benedict: ben
benjamin: ben benji benny benni
bernadette: bernie detta
bernard: bernie
bernhard: bernd
bethany: beth
beverly: bev beverley
bradley: brad
brandon: bran
brenda: bren
brian: bryan bri
bridget: bridie biddy brigid
bronislaw: bronek
calvin: cal
cameron: cam
camille: cami millie
carmen: mela carmelita
caroline: carol carrie caro lina carolyn
carolina: caro lina
cassandra: cass cassie sandra
catherine: cat cathy cate kate katie katy kathy kit kitty cath katherine kathryn kathleen katharine kay
cecilia: cece cissy celia
charles: charlie chuck chas charley
charlotte: charlie lottie lotte char
chester: chet
christian: chris
christina: chris chrissy tina christine kristina kristen kristin
christine: chris chrissy tina christina kirstine
christopher: chris kit topher kris
clarence: clare
clifford: cliff
clinton: clint
concepcion: concha conchita
consuelo: chelo
constance: connie
cornelius: con neil kees
cynthia: cindy cyndi
cyril: cy
daniel: dan danny dani
daniela: dani daniella
david: dave davey davy
deborah: deb debbie debby debra
dennis: den denny
derek: del
desmond: des
diana: di diane dianne
dietrich: dieter
dmitri: dima mitya
dolores: lola dolly
dominic: dom nic dominik
donald: don donnie
dorothy: dot dottie dolly dory
douglas: doug
duncan: dunc
dwayne: duane
edith: edie
edmund: ed eddie ned ted
eduardo: lalo edu
edward: ed eddie ned ted teddy ward
edwin: ed eddie
eileen: ellie
eleanor: ellie nell nora ellen elle lena eleanora
elizabeth: liz lizzie beth betty betsy eliza elsie lisa liza libby bess lizbeth elisabeth elise ella
elisabeth: elli lisbeth liesel lisa liese sisi betti ilse elsbeth
ellen: nell ellie nellie
emanuel: manny manu emmanuel
emily: em emmy emilie
emma: em emmy
enrique: quique kike
ernest: ernie
ernesto: neto
esther: essie hester
eugene: gene
eva: evie evi
evelyn: eve evie ev
ewa: ewka
ezekiel: zeke
fatima: fati
felicity: fliss
ferdinand: ferdi nando
fernando: nando fer
florence: flo florrie flossie
frances: fran franny francie
francesca: fran cesca chesca
francis: frank fran frankie
francisca: paca paquita fran
francisco: paco pancho paquito kiko curro
franklin: frank
franz: franzl
frederick: fred freddie freddy rick frederic fritz
friedrich: fritz fred friedel
gabriel: gabe gabi
gabriela: gabi gaby gabriella
genevieve: gen jenny gena
geoffrey: geoff jeff
george: georgie
georgina: georgie gina
gerald: gerry jerry
gerard: gerry gerrard
gerhard: gerd
gertrude: gertie trudy trude
gilbert: gil bert
giovanna: gianna vanna
giovanni: gianni nino vanni
giuseppe: beppe peppe pino
gloria: glo
grace: gracie
graham: gray
gregory: greg gregg
gretchen: greta
guadalupe: lupe lupita
guillermo: memo guille
gwendolyn: gwen wendy
hannah: hanna
hannelore: hanne lore
harold: hal harry
harriet: hattie
heinrich: heinz heiner
helen: nell nellie lena
helena: lena hela ela
henry: harry hank hal
herbert: herb bert
hermann: manni
howard: howie
hubert: hugh bert
ignacio: nacho
ignatius: iggy
ines: nena
irene: renie
irina: ira
isaac: ike zac
isabel: izzy bella belle isa bel isabelle isabella
isidore: izzy
ivan: vanya
jacob: jake jakey kuba jakub coby
jacqueline: jackie jacqui
james: jim jimmy jamie jem
jan: jasiek janek
jane: janie jenny
janet: jan
janice: jan
jasmine: jas jazz
jean: jeannie
jeanette: jeannie nettie
jeffrey: jeff
jennifer: jen jenny jenn jenni
jeremiah: jerry jem
jeremy: jerry jem
jerome: jerry
jesse: jess
jessica: jess jessie
jesus: chuy chucho
joan: joanie
joanna: jo joanne joan asia
jodie: jo jody
johan: jo hans
johannes: hans hannes jan jo
john: jack johnny jon jackie
jonathan: jon jonny johnny nathan
jorge: coque
jose: pepe pepito chepe
josef: sepp jupp joschi
josefina: pepa fina
joseph: joe joey jo
josephine: jo josie fifi
joshua: josh
joyce: joy
juan: juanito
judith: judy jude judi
julia: jules julie
julian: jules
juliet: jules julie
karen: kaz kari
karl: kalle
karoline: caro karo line
katarzyna: kasia
katharina: kathi kati kaethe katja ina
kathleen: kathy kath kate katie kay
kelly: kel
kenneth: ken kenny
kerstin: kersti
kevin: kev
kimberly: kim kimmy
klaus: nikolaus
krzysztof: krzysiek
lars: lasse
laura: laurie lori
laurence: larry laurie
lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo nardo
leopold: leo poldi
leslie: les
letitia: tish
lillian: lily lil
linda: lin lindy
louis: lou louie
louise: lou lulu
lourdes: lulu
lucas: luke luca
lucia: lucy luci
lucille: lucy
luis: lucho
lydia: lyddie
madeleine: maddie maddy madeline
magdalena: magda lena malena
malcolm: mal
manuel: manolo manny manu
manuela: manu manoli
marcus: marc mark
margaret: maggie meg peggy peg marge margie greta daisy rita madge mags
margarethe: grete gretel gretchen margret greta
margarita: rita marga
maria: mary mia mari maruja mitzi
marianne: mari
marilyn: lyn
marjorie: marge margie
martha: marty
martin: marty
martina: tina
mary: molly polly mae mamie may
mathilde: tilde hilda
matthew: matt mat matty
matthias: matze matt hias
maureen: mo
maurice: mo
maximilian: max maxi
maxwell: max
megan: meg
melanie: mel
melissa: mel missy lissa
mercedes: merche meche
meredith: merry
michael: mike mick mickey micky mikey micha michi misha
michaela: micha kayla
michelle: shelly chelle
miguel: migue
mikhail: misha
mildred: millie
millicent: millie
miriam: mimi miri mim
mitchell: mitch
mohammed: mo mohammad muhammad mohamed muhammed
monica: mona nica
montgomery: monty
muriel: mu
nancy: nan
natalia: nat natasha talia
natalie: nat nattie
nathan: nate nat
nathaniel: nate nat nathan
nicholas: nick nicky nico nik klaus nicolas nikolas
nicole: nicki nicky nic nikki
nikolaus: niko klaus nik
noel: no
nora: norah
norman: norm
oliver: ollie olly
olivia: liv livvy ollie
oscar: ossie
osvaldo: valdo
pamela: pam pammy
patricia: pat patty patti tricia trish patsy
patrick: pat paddy rick
paula: pauli
pauline: polly
penelope: penny nell
percival: percy
peter: pete
petronella: nel petra
philip: phil pip phillip
philippa: pip pippa
phyllis: phyl
priscilla: cilla prissy
prudence: pru
rachel: rach shelly rae
rafael: rafa rafi
ralph: ralphie
ramon: moncho
randall: randy
randolph: randy
raphael: raffi rafe
raymond: ray
rebecca: becky becca beck
reginald: reg reggie
renata: rena nata
reinhard: reini
richard: rick rich dick ricky richie ritchie
ricardo: rick ricky richie
robert: bob rob bobby robbie bert robby robb
roberta: bobbie berta robbie
roberto: beto tito
roderick: rod roddy
rodney: rod
roger: rodge
roland: roly rolly
ronald: ron ronnie
rosa: rosie rosita
rosalind: roz ros
rosario: charo
rose: rosie
rosemary: rose rosie romy
rudolf: rudi rolf
rudolph: rudy
russell: russ rusty
ruth: ruthie
sabine: bine
salvador: chava sal
salvatore: sal toto turi
samantha: sam sammy
samuel: sam sammy
sandra: sandy sandi
santiago: santi chago tiago
sara: sarita
sarah: sally sadie
sebastian: seb basti bastian sebas
sergei: seryozha
sergio: checo
sharon: shaz shari
sheila: shel
shirley: shirl
sidney: sid sydney
siegfried: siggi
simon: si
sofia: sofi sonia zosia
solomon: sol
sophia: sophie soph
sophie: soph
stanislaw: staszek stan
stanley: stan
stefan: steffen
stephanie: steph steffi stefanie
stephen: steve stevie steven ste
stewart: stu stuart
stuart: stu
susan: sue susie suzy suzie sukie
susanna: sue susie anna sanne hannah susannah
susanne: susi sanne sue
sylvia: syl silvia
tabitha: tabby
tatiana: tanya
teresa: terry tess tessa tere theresa therese resi
terence: terry tel
theodora: theo dora thea
theodore: ted teddy theo
theresa: terry tess tessa tracy resi
thomas: tom tommy thom
timothy: tim timmy
tobias: toby tobi
ulrich: uli
ulrike: uli rike
ursula: ulla uschi ursel
valentina: val vale
valerie: val
vanessa: nessa ness
vera: verena
veronica: ron ronnie vero nica
victor: vic
victoria: vicky vicki tori vic vikki
vincent: vin vince vinny
vincenzo: enzo
viola: vi
violet: vi
virginia: ginny ginger gina
vladimir: vova volodya vlad
waldemar: waldek
walter: walt wally
wanda: wandzia
werner: wern
wilhelm: willi willy helmi
wilhelmina: mina minnie willa
william: will bill billy willie liam willy
winifred: winnie freda
wolfgang: wolf wolfi
yekaterina: katya kate
yevgeny: zhenya
yolanda: yoli
yvonne: eve
zachary: zach zack zac
"""
