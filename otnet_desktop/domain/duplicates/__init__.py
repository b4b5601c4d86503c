"""Whether two people here are one: what somebody is known by, how two of them compare, and who is here twice."""
