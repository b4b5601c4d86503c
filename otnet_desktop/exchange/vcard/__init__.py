"""vCard 2.1, 3.0 and 4.0 in, vCard 4.0 out, losing nothing: what has no field of ours is kept and written back."""
