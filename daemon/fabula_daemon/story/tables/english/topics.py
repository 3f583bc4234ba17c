"""English: words that speak of what a sheet's key is about, besides the key's own and its value's."""

TOPICS = {
    "age": "years old young older younger aged birthday twenties thirties forties fifties sixties seventies "
    "child boy girl youth elderly".split(),
    "born": "birth birthday born year years old".split(),
    "eyes": "eye gaze glance stare".split(),
    "hair": "haired beard braid curls head bald fringe temples moustache".split(),
    "height": "tall short taller shorter height towered feet inches".split(),
    "handedness": "hand left right handed wrote".split(),
    "home": "lived living house born town home moved".split(),
    "occupation": "worked works trade trained profession post".split(),
    "rank": "promoted captain officer chief rank orders".split(),
    "species": "human alien blood".split(),
    "status": "married marry wedding widow widower single engaged wife husband bachelor".split(),
    "spouse": "married wife husband widow widower wedding".split(),
    "mother": "mother mum mama son daughter".split(),
    "father": "father dad papa son daughter".split(),
    "sibling": "brother sister twin".split(),
    "brother": "sister twin".split(),
    "sister": "brother twin".split(),
    "child": "son daughter mother father".split(),
    "scars": "scar scarred burn mark wound".split(),
}
