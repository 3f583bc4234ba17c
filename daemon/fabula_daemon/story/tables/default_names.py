"""The names that language models give to characters when nobody tells them otherwise.

From arXiv 2606.02184 (Elena Vasquez, Marcus Chen, Amara Okafor, Aris Thorne, Lena Petrova, Elara Voss,
Kaelen); from Max Read, “Who is Elara Voss?”, 2025 (Elara Vex, Elena Voss, Elias Vance); and from Daniel May's
search for “Elias Thorne”. They come in any combination: Marcus Okafor. By itself only what hardly any author
would choose is telling: an Elena may be anybody.
"""

GIVEN = frozenset("aris amara elara elena elias kaelen lena marcus".split())
SURNAMES = frozenset("chen okafor petrova thorne vance vasquez vex voss".split())
ALONE = frozenset("elara kaelen".split())
