"""Ordinary English words, as they stand in lower case in novels: made by fabula_pipeline.lexicon.

Source: 58 novels of the LitBank corpus (Bamman et al., CC BY 4.0; the texts are in the public domain).
"""

COMMON_WORDS = frozenset(
    """
aback abandon abandoned abandoning abandonment abased abasement abashed abate abated abatement abating
abbess abed aberration abeyance abhor abhorred abhorrence abide abiding abilities ability abject ablaze
able ably abnegation abnormal aboard abode abodes abolished abominable abominably abortive abound abounded
abounding about above abreast abroad abrupt abruptly abruptness absence absences absent absently absolute
absolutely absolution absolve absolved absorb absorbed absorbing absorption abstain abstained abstinence
abstract abstracted abstractedly abstraction absurd absurdities absurdity absurdly abundance abundant
abundantly abuse abused abuses abusing abusive abyss academic acceded accelerated accent accents accept
acceptable acceptance accepted accepting accepts access accessible accessories accident accidental
accidentally accidents acclamation accommodate accommodated accommodating accommodation accommodations
accompanied accompanies accompaniment accompaniments accompanist accompany accompanying accomplice
accomplices accomplish accomplished accomplishing accomplishment accomplishments accord accordance
accorded according accordingly accosted account accountable accountant accounted accounting accounts
accredited accrue accumulate accumulated accumulating accumulation accuracy accurate accurately accursed
accusation accusations accuse accused accuser accusing accustom accustomed ache ached aches achieve
achieved achievement achievements aching acid acknowledge acknowledged acknowledgement acknowledges
acknowledging acknowledgment acknowledgments acquaint acquaintance acquaintances acquaintanceship
acquainted acquainting acquiesce acquiesced acquiescence acquire acquired acquirements acquiring
acquisition acquit acquitted acre acres acrid across act acted acting action actions active actively
activities activity actor actors actress actresses acts actual actually actuated acute acutely acuteness
ad adage adamant adapt adaptation adapted add added addicted adding additional additions address addressed
addresses addressing adds adequate adequately adhere adhered adherence adherents adhering adieu adieux
adjacent adjective adjoined adjoining adjourned adjured adjust adjusted adjusting adjustment administer
administered administering administration admirable admirably admiration admire admired admirer admirers
admires admiring admiringly admission admissions admit admits admittance admitted admitting admonished
admonition admonitions ado adolescence adopt adopted adopting adoption adorable adoration adore adored
adores adoring adorn adorned adorning adornment adrift adroit adroitly adult advance advanced advancement
advances advancing advantage advantageous advantageously advantages advent adventure adventurer adventures
adventurous adversary adversary's adverse adversity advertise advertised advertisement advertisements
advertising advice advisable advise advised adviser advisers advising advocate advocated advocates aerial
aesthetic afar afeard afeared affability affable affably affair affairs affect affectation affectations
affected affecting affection affectionate affectionately affections affects affinity affirm affirmation
affirmative affirmed affirming affixed afflict afflicted afflicting affliction afflictions affluence
affluent afford afforded affording affords affray affright affrighted affront affronted afield afire
afloat afoot afore aforesaid afraid afresh aft after afternoon afternoons afterthought afterward
afterwards ag'in again against age agencies agency agent agents ages aggravate aggravated aggravating
aggravation aggregate aggressive aggrieved aghast agility agin agitate agitated agitating agitation aglow
ago agonies agonized agonizing agony agree agreeable agreeably agreed agreeing agreement agrees
agricultural aground ague ah ahead aid aide aided aides aiding aids ailed ailing ailments ails aim aimed
aiming aimless aimlessly aims ain ain't aint air aired airily airing airs airy aisle aisles ajar akimbo
akin alabaster alacrity alarm alarmed alarming alarmingly alarms alas albeit album alcohol alcoholic
alcove ale alert alertness algebra alias alien alienation aliens alight alighted alighting alike alive all
all's allay allayed allege alleged allegiance allegorical alleviate alley alleys alliance allied allotted
allow allowance allowances allowed allowing allows alloy allude alluded alluding allured alluring allus
allusion allusions ally almanack almond almonds almost alms aloft alone along alongside aloof aloofness
aloud alphabet already also altar altars alter alteration alterations altercation altered altering
alternate alternately alternating alternative alternatives although altitude alto altogether always am
amassed amateur amaze amazed amazement amazing amazingly ambassadors amber ambiguous ambition ambitions
ambitious ambled ambulance ambush amenable amend amended amends amenities ami amiability amiable amiably
amicable amid amidst amiss amity ammunition among amongst amorous amount amounted amounting amounts
amphitheatre ample amplitude amply amuse amused amusement amusements amuses amusing an an't anaemic
analogy analyse analysed analysis analyze anatomical anatomy ancestor ancestors ancestral ancestry anchor
anchorage anchored anchors ancient ancients and anecdote anecdotes anew angel's angelic angelical angels
anger angered angle angles angrily angry anguish anguished angular animal animal's animals animate
animated animating animation animosity ankle ankles annals annihilate annihilated annihilation anniversary
announce announced announcement announcing annoy annoyance annoyances annoyed annoying annual annually
annuity annum anointed anomalous anomaly anon anonymous another another's answer answerable answered
answering answers ant antagonism antagonist antagonistic antagonists ante antecedent antechamber anthem
anti anticipate anticipated anticipating anticipation anticipations antics antipathy antiquated antique
antiquities antiquity ants anvil anxieties anxiety anxious anxiously any anybody anybody's anyhow anyone
anyone's anything anyway anyways anywhere anywheres apace apart apartment apartments apathetic apathy ape
aperture apex apiece apologetic apologetically apologies apologise apologize apologized apology apoplectic
apoplexy apothecary apotheosis appalled appalling apparatus apparel apparelled apparent apparently
apparition apparitions appeal appealed appealing appealingly appeals appear appearance appearances
appeared appearing appears appeased appellation appertaining appetite appetites applaud applauded
applauding applause apple apples appliances applicable applicant applicants application applications
applied applies apply applying appoint appointed appointing appointment appointments appreciable
appreciably appreciate appreciated appreciating appreciation appreciative apprehend apprehended
apprehending apprehension apprehensions apprehensive apprehensively apprentice apprenticed apprentices
apprenticeship apprise apprised approach approached approaches approaching approbation appropriate
appropriated appropriately appropriateness approval approve approved approves approving approvingly apron
aprons apropos apt aptitude aquiline ar arbitrary arbor arch archangel arched arches arching architects
architecture archly archness archway ardent ardently ardor ardour arduous are area aren't arena argue
argued arguing argument argumentative arguments arid aright arise arisen arises arising aristocracy
aristocrat aristocratic aristocrats arithmetic arm arm's armchair armed armful armies armor armorial
armour armpits arms army aroma aromatic arose around arouse aroused arousing arrange arranged arrangement
arrangements arranging arrant arras array arrayed arrears arrest arrested arresting arrival arrive arrived
arrives arriving arrogance arrogant arrow arrows arsenic art arter artery artful artfully article articled
articles articulate articulated artifice artifices artificial artificially artist artist's artistic
artists artless artlessly arts as as'll ascend ascendancy ascended ascendency ascending ascent ascertain
ascertained ascertaining ascetic ascribe ascribed ash ashamed ashen ashes ashore ashy aside ask askance
asked asking asks aslant asleep aspect aspects asperity aspirant aspiration aspirations aspire aspired
aspiring ass assail assailant assailants assailed assault assaulted assemblage assemble assembled
assemblies assembling assembly assent assented assenting assert asserted asserting assertion assertions
asses assiduity assiduous assiduously assign assigned assist assistance assistant assistants assisted
assisting associate associated associates associations assorted assortment assume assumed assumes assuming
assumption assurance assurances assure assured assuredly assures assuring astern astir astonish astonished
astonishing astonishingly astonishment astounded astounding astray astride astute asunder asylum at
atavistic ate atheist athlete athletic athwart atmosphere atmospheric atom atoms atone atonement atop
atrocious attach attached attaches attaching attachment attachments attack attacked attacking attacks
attain attained attaining attainment attainments attempt attempted attempting attempts attend attendance
attendant attendants attended attending attends attention attentions attentive attentively attenuated
attested attic attire attired attitude attitudes attorney attorneys attract attracted attracting
attraction attractions attractive attracts attribute attributed attributes atween au auburn auction
auctioneer audacious audacity audible audibly audience audiences auditor auditors aught augment augmented
augury aunt's aunts aura auspices auspicious austere austerity authentic author author's authoritative
authoritatively authorities authority authorized authors authorship automatic automatically automobile
automobiles autumn autumnal aux auxiliary avail available availed avalanche avarice avaricious ave avec
avenge avenged avenging average averred averse aversion avert averted avocations avoid avoidance avoided
avoiding avow avowal avowed aw await awaited awaiting awaits awake awaked awaken awakened awakening
awaking awarded aware away awe awed awful awfully awfulness awhile awkward awkwardly awkwardness awning
awnings awoke awry ax axe axes axis axle ay aye azure babble babbling babby babe babes babies baboon baby
baby's babyhood bachelor's bachelors back backbone backed backgammon background backing backs backsliding
backward backwardness backwards bacon bad bade badge badger badinage badly badness baffled baffling bag
baggage bags bail bailiff bairns bait baited baize bake baked baker's baking balance balanced balancing
balconies balcony bald bale baleful bales balked ball ballad balloon ballroom balls balm balmy balustrade
bamboo band bandage bandaged bandages bandanna bandbox bandboxes banditti bands bandy bang banged banging
bangs banish banished banishment banister banisters bank banked banker banker's bankers banking bankrupt
bankruptcy banks banner banners banns banquet banquets banter bantered bantering baptism baptized bar
barbarians barbaric barbarity barbarous barbarously barbed barber barbs bare bared barefoot barefooted
bareheaded barely bargain bargained bargaining bargains barge barges baring baritone bark barked barking
barks barmaid barn barns barouche barrack barred barrel barrelled barrels barren barrier barriers barring
barrister barrow bars bartered base baseball based basely basement baseness bases basest bashful bashfully
bashfulness basilisk basin basins basis bask basked basket baskets basking bastard bat batch bathe bathed
bathing bathroom baths bats battalion battalions battered batteries battering battle battled battlements
battles bawl bawled bawling bayonet bayonets bazaar be beach beacon bead beads beaks beam beamed beaming
beams bean beans bear bear's bearable beard bearded beardless beards bearer bearers bearing bearings bears
beast beastly beasts beat beaten beating beats beau beauties beautified beautiful beautifully beauty
beaver becalmed became because beckon beckoned beckoning become becomes becoming bed bed's bedchamber
bedclothes bedded bedding bedfellow bedraggled bedroom bedrooms beds bedside bedstead bedtime beech beef
beefsteak beehive been beer bees beetle beetles befall befallen befell befitted befitting before
beforehand befriend befriended beg begad began begat beget beggar beggarly beggars beggary begged begging
begin beginning beginnings begins begone begotten begs beguile beguiled begun behalf behave behaved
behaving behavior behaviour beheaded beheld behind behold beholden beholder beholders beholding behoves
bein being beings belated belie belied belief beliefs believe believed believer believes believing bell
bellow bellowed bellowing bellows bells belly belong belonged belonging belongings belongs beloved below
belt belted belts bench benches bend bended bending bends beneath benediction benefactor benefactors
benefactress beneficence beneficent beneficial benefit benefits benevolence benevolent benevolently
benighted benign benignant benignity benignly bent benumbed bequeath bequeathed bequest bereaved
bereavement bereft berries berth berths beseech beseeching beset besetting beside besides besieged
besought bespeak bespeaking bespoke best bestirred bestow bestowed bestowing bestows bet betake betaken
bethink bethinking bethought betimes betokened betook betray betrayal betrayed betrayer betraying
betrothed bets better betters betting between betwixt beverage bevy beware bewildered bewildering
bewilderment bewitched bewitching beyond bias bib bicycle bicycles bid bidden bidding bide biding bids
bien bier big bigger biggest bigness bilious billet billiard billiards billows bills bin bind binding
biography biology birch bird bird's birds birth birthday birthright biscuit biscuits bishops bit bitch
bite bites biting bits bitten bitter bitterer bitterest bitterly bitterness black blackberries blacked
blackened blacker blackest blackguard blacking blackish blackness blacks blacksmith blacksmith's bladder
blade blades blame blamed blameless blaming blanched bland blandly blank blanket blankets blankly
blankness blanks blare blasphemous blasphemy blast blasted blasts blatant blaze blazed blazing bleached
bleak bleared bleat bleating bled bleed bleeding bleeds blemish blemishes blend blended blending blent
bless blessing blessings blest blew blight blighted blind blinded blindfold blinding blindly blindness
blinds blink blinked blinking bliss blissful blissfully blister blistered blithe blithely bloated block
blocked blockhead blocks blond blonde blood blooded bloodhound bloodless bloodshed bloodshot bloodthirsty
bloody bloomed blooming blooms blossomed blossoming blossoms blot blotches blots blotted blotting blouse
blouses blow blowed blowing blown blows blubber blubbered blubbering blue bluff bluffing bluish blunder
blundered blundering blunders blunt bluntly bluntness blur blurred blurted blush blushed blushes blushing
boa board boarded boarder boarders boarding boards boast boasted boastful boasting boat boat's boatmen
boats boatswain bobbed bobbing bodice bodied bodies bodily body body's bodyguard bog bogus boil boiled
boiler boilers boiling boisterous bold bolder boldest boldly boldness boles bolster bolt bolted bolting
bolts bomb bondage bonds bone boned bones bonfire bonne bonnet bonnets bonny bony booby book bookcase
bookcases booked books bookshelves boom boomed booming boon boor boot booths boots booty border bordered
bordering borders bore bored boredom bores boring born borne borough borrow borrowed borrowing bosom
bosoms boss botany both bother bothered bothering bottle bottled bottles bottom bottomed bottomless
boudoir bough boughs bought boulder boulders bounce bounced bouncing bound boundaries boundary bounded
bounding boundless bountiful bounty bouquet bouquets bourne bout bow bowed bowels bower bowing bowl bowled
bowler bowling bows bowsprit box boxed boxes boxing boy boy's boyhood boyish boys brac brace braced
bracelet bracelets braces bracing bracket brag bragged braided braids brain brained brains brake brakes
brambles bran branch branched branches branching brand branded brands brandy brass brat bravado brave
braved bravely braver bravery bravest brawn brawny brazen breach breaches bread breadth break breakdown
breaker breakers breakfast breakfasted breakfasting breakfasts breaking breaks breast breasted breath
breathe breathed breathes breathing breathings breathless breathlessly breaths bred breech breeches breed
breeding breeds breeze breezes breezy brethren brevity brew brewed brewer brewery briar bribe bribed bric
brick bricks bridal bride bride's bridegroom bridesmaid bridle brief briefly brigade bright brighten
brightened brightening brighter brightest brightly brightness brilliance brilliancy brilliant brilliantly
brilliants brim brimful brimmed brimming brimstone brine bring bringing brings brink brisk briskly
briskness bristled bristles bristling bristly brittle broached broad broadcloth broadened broader broadly
broadside brocade broiled broke broken brokenly broker brokers bronchitis bronze bronzed brooch brood
brooded brooding brook broom broth brother brother's brotherhood brotherly brothers brougham brought brow
browed browned brownish brows browsing bruise bruised bruises brunette brush brushed brushes brushing
brusque brusquely brutal brutality brutally brute brutes bubble bubbled bubbles bubbling buccaneer bucket
buckets buckle buckled buckles bucks buckskin budding budge buds buff bug buggy bugs build builder
builders building buildings built bulb bulbs bulge bulged bulging bulk bulky bull's bulldog bullet bullets
bullied bullies bulls bully bullying bulwark bulwarks bum bump bumped bumper bumpers bumping bumps bun
bunch bunches bundle bundled bundles bungalow bunk buns buoy buoyancy buoyant burden burdened burdens
bureau burglar burglars burglary burial buried burly burn burned burning burnished burnt burst bursting
bursts burthen burying bus bush bushel bushels bushes bushy busied busier busiest busily business
businesses businesslike bust busted bustle bustled bustling busts busy but butcher butcher's butchers
butler butler's butlers butted butter buttered butterflies buttermilk butting button buttoned buttonhole
buttoning buttons butts buxom buy buyer buyers buying buys buzz buzzard buzzed buzzing by bye bygone
bygones bystander bystanders byword cab cabbage cabbages cabby cabin cabins cable cables cabman cabs
cackling cadaverous cadence cadences cafes cage caged cages cake cakes calamities calamity calculate
calculated calculating calculation calculations calendar calf calico call called caller callers calling
callings callous calls calm calmed calmly calmness calumny calves cambric came camel camels cameo camera
camp campaign camped camping camps can can't cancel candelabra candid candidate candidates candidly candle
candlelight candles candlestick candlesticks candor candour candy cane canes canine canisters cannibals
cannon cannot canoe canoes canopy cans canst cant canter cantering canting canvas canvassing cap
capabilities capable capacious capacities capacity caper capering capital capitals capped caprice caprices
capricious caps capsized captain's captivated captivating captive captives captivity captors capture
captured capturing car caravan carcase carcass carcasses card cardboard cards care cared career careering
careers careful carefully careless carelessly carelessness cares caress caressed caresses caressing
caressingly careworn cargo caricature caring carousing carpenter carpenter's carpenters carpet carpeted
carpets carriage carriages carried carrier carries carrion carrots carry carrying cars cart carte carted
cartridge cartridges carts carve carved carven carving cascade case casement casements cases cash cashier
cask casket casks cast castanets castaway caste casting castles castor casts casual casually casualties
casualty cat cat's catalogue cataract catastrophe catch catched catches catching category cathedrals
catlike cats cattle caught cause caused causes causeway causing caustic caution cautioned cautious
cautiously cavalcade cavalier cavaliers cavalry cave cavern caverns caves cavity caw cawing ce cease
ceased ceaseless ceaselessly ceases ceasing cedar ceiling ceilings celebrate celebrated celebration
celebrities celebrity celerity celery celestial celibacy cell cellar cellars cells cement cemetery censure
censured census cent center centre centred centres cents centuries century ceremonial ceremonies
ceremonious ceremoniously ceremony certain certainly certainty certificate certitude ces cessation chafed
chaff chaffed chafing chagrin chagrined chain chained chains chair chairman chairs chaise chalk challenge
challenged challenging chamber chambers chambre champagne champion chance chanced chancel chances chancing
chandelier chandeliers chandler's change changeable changed changeling changes changing channels chanted
chanting chaos chaotic chap chap's chaperone chaps chapter chapters character characterised characteristic
characteristically characteristics characterized characters charades charcoal charge charged charger
charges charging chariot chariots charitable charitably charlatan charm charmed charmer charming
charmingly charms charred chart chartered charts charwoman chase chased chasing chasm chaste chastened
chastisement chat chateau chatted chattels chatter chattered chattering chatting chauffeur chaw cheap
cheaper cheapest cheaply cheat cheated cheating check checked checking checks cheek cheeked cheeks cheer
cheered cheerful cheerfully cheerfulness cheerily cheering cheerless cheers cheery cheese chemist
chemistry cheque chequered cheques cherish cherished cherishing cherries cherry cherub chess chest chested
chestnut chestnuts chests chew chewed chewing chicken chickens chicks chid chiding chief chiefly chiefs
chiffonier child child's childhood childish childishly childless childlike children children's chile chill
chilled chilling chills chilly chime chimed chimes chimney chimneys chin chink chins chintz chipped chips
chirp chirped chirping chisel chiselled chivalrous chivalry chocolate choice choicest choir choke choked
choking cholera choleric choose chooses choosing chop chopped chopping chops chord chords chorus chose
chosen christened christening chronic chuck chucked chuckle chuckled chuckling chum chunk churches
churchwarden churchyard churned churning chute cider cigar cigarette cigarettes cigars cinder cinders
cipher circle circled circles circling circuit circuitous circular circulated circulation circumference
circumscribed circumspect circumspection circumspectly circumstance circumstanced circumstances
circumstantial circumvent circumvented cistern cited cities citizen citizens city's civil civilians
civilisation civilised civilities civility civilization civilized civilly clacking clad claim claimed
claiming claims clambered clambering clammy clamor clamorous clamour clandestine clang clanged clanging
clanking clap clapped clapping claps claret clash clashed clashing clasp clasped clasping class classed
classes classic classical classics classification classmates clatter clattered clattering clause claw
claws clean cleaned cleaner cleaning cleanliness cleanly clear cleared clearer clearest clearing clearly
clearness cleaving cleft clefts clemency clench clenched clenching clergy clergyman clergyman's clergymen
clerical clerk clerk's clerks clever cleverer cleverest cleverly cleverness clew click clicked clicking
client client's clients cliff cliffs climate climates climax climb climbed climbing climbs clime climes
clinched cling clinging clings clink clinking clip clipped clipping cloak cloaked cloaks clock clocks clod
clods clogged cloister close closed closely closeness closer closes closest closet closeted closets
closing cloth clothe clothed clothes clothing cloths clotted cloud clouded cloudless clouds cloudy clout
clove cloven clover clown clubs clue clues clumps clumsily clumsy clung cluster clustered clustering
clusters clutch clutched clutches clutching cluttered coach coaches coaching coachman coachmen coal coals
coarse coarsely coarseness coarser coast coasting coasts coat coated coating coats coax coaxed coaxing
coaxingly cobbler's cobweb cobwebs cochere cock cocked cockles cockney cocks cocktail cocktails code
coffee coffers coffin coil coiled coiling coils coin coincide coincided coincidence coincidences coined
coins cold colder coldly coldness colds colic collapse collapsed collar collared collars collateral
collation colleague colleagues collect collected collecting collection collections collective collectively
colliers collision colloquy colonnade colony color colored coloring colorless colors colossal colour
coloured colouring colourless colours colts column columns com comb combat combatants combed combination
combinations combined combing combining combs come comedian comedy comeliness comely comer comers comes
comet comets comfort comfortable comfortably comforted comforter comforting comfortless comforts comic
comical comically comin coming command commanded commanders commanding commands comme commence commenced
commencement commences commencing commend commendable commendation commendations commended comment
commentary commented commenting comments commerce commercial commiseration commission commissioned commit
committal committed committing commodious commodities commodity common commonest commonly commonness
commonplace commonplaces commotion communed communicate communicated communicating communication
communications communicative communing communion community compact companies companion companion's
companionable companions companionship company company's comparable comparative comparatively compare
compared comparing comparison comparisons compartment compass compasses compassion compassionate
compassionately compatible compatriot compatriots compel compelled compelling compels compensate
compensated compensation compete competence competency competent competition competitors complacence
complacency complacent complacently complain complained complaining complains complaint complaints
complaisance complement complete completed completely completeness completing completion complex
complexion complexioned complexity compliance complicated complication complications complied compliment
complimentary complimented compliments comply complying compose composed composedly composing composition
compositions composure compound compounded comprehend comprehended comprehending comprehension
comprehensive compressed comprised comprising compromise compromised compromising compulsion compunction
computation computed comrade comrade's comrades comradeship con concave conceal concealed concealing
concealment conceded conceit conceited conceits conceivable conceive conceived conceiving concentrate
concentrated concentrating concentration conception conceptions concern concerned concerning concerns
concert concerted concerts concession concessions conciliate conciliating conciliatory concise conclude
concluded concludes concluding conclusion conclusions conclusive conclusively concocted concourse concrete
concur concurred concurrence concussion condemn condemnation condemned condemning condense condensed
condescend condescended condescending condescendingly condescension condition conditions condoled
condolence conducive conduct conducted conducting conductor conductors conducts cone cones confederate
confer conference conferences conferred conferring confess confessed confesses confessing confession
confessions confessor confidant confidante confide confided confidence confidences confident confidential
confidentially confidently confiding confine confined confinement confines confining confirm confirmation
confirmed confirming conflagration conflict conflicting conflicts conform conformity confound confounded
confoundedly confounding confront confronted confronting confuse confused confusedly confusing confusion
congealed congenial congested congratulate congratulated congratulating congratulation congratulations
congregated congregation conjecture conjectured conjectures conjecturing conjoined conjugal conjunction
conjure conjured conjuring connect connected connecting connection connections conned connexion connexions
conning connoisseur conquer conquered conquering conquerors conquest conquests conscience consciences
conscientious conscientiously conscious consciously consciousness consecrated consecration consecutive
consent consented consenting consents consequence consequences consequent consequently conservatory
consider considerable considerably considerate consideration considerations considered considering
considers consign consigned consist consisted consistency consistent consistently consisting consists
consolation consolations consolatory console consoled consoling consolingly consort consorted conspicuous
conspicuously conspiracy conspirators conspired constables constancy constant constantly constellation
constellations consternation constituency constitute constituted constitutes constitution constitutional
constitutions constrained constraint construct constructed construction constructive construe construed
consult consultation consultations consulted consulting consume consumed consuming consummate consummated
consummation consumption consumptive contact contagion contagious contain contained containing contains
contaminate contemplate contemplated contemplating contemplation contemplative contemporaries contemporary
contempt contemptible contemptuous contemptuously contend contended contending content contented
contentedly contenting contention contentment contents contest contested contiguous contingencies
contingency contingent continual continually continuance continuation continue continued continues
continuing continuity continuous continuously contortions contour contract contracted contracting
contraction contracts contradict contradicted contradiction contradictions contradictory contralto
contrary contrast contrasted contrasting contrasts contribute contributed contributes contributing
contribution contributions contrite contrition contrivance contrivances contrive contrived contriving
control controlled controlling controls controversy convalescence convalescent convenience conveniences
convenient conveniently convent convention conventional conventions conversant conversation conversational
conversations converse conversed conversing conversion convert converted converting convex convey
conveyance conveyed conveying conveys convict convicted conviction convictions convicts convince convinced
convincing convivial convoy convulsed convulsion convulsions convulsive convulsively cooing cook cook's
cooked cooking cooks cool cooled cooler coolest cooling coolly coolness coop cooped cope copied copies
copious copiously coppers coppery copy copying coquetry coquette coquettish coral cord cordage corded
cordial cordiality cordially cords corduroy corduroys core corked corks corkscrew corn corner cornered
corners cornices corns coroner's coronet corporeal corps corpse corpses corpulent correct corrected
correcting correction correctly correctness correspond corresponded correspondence correspondent
correspondents corresponding corridor corridors corroborated corrupt corrupted corruption corsets cost
costing costly costs costume costumes cosy cot cottage cottagers cottages cotton couch couched couches
cough coughed coughing coughs could couldn't council councils counsel counselled counsellor counsellors
counsels counted countenance countenanced countenances counter counteract counteracted counteracting
counterbalance counterfeit counterpane counterpart counters counties counting countless countries country
country's countryman countrymen countryside counts coup couple coupled couples courage courageous courier
course courses coursing courted courteous courteously courtesy courtiers courting courtly courts courtship
courtyard cousin cousin's cousins cover covered covering coverings coverlet covers covert covertly covet
coveted cow cow's coward cowardice cowardly cowards cowed cowered cowering cows cowslips coxcomb coy
coyness cozy crabbed crabs crack cracked crackers cracking crackling cracks cradle craft craftily crafty
crag craggy crammed cramming cramp cramped cranes craning crape crash crashed crashes crashing crate
crater cravat cravats crave craved craving crawl crawled crawling crawls crazed crazy creak creaked
creaking cream creamy crease creased creases create created creating creation creative creature creature's
creatures credentials credible credit creditable credited creditor creditors credulity credulous creed
creeds creek creep creeper creeping creeps crept crescent crest crested crestfallen crevice crevices crew
crews crib cribbage cricket cried cries crime crimes criminal criminality criminals crimson cringed
cringing cripple crippled crises crisis crisp critic critical critically criticise criticised criticising
criticism criticisms critics croak croaking crockery crocuses crone cronies crook crooked crooks crooning
crop cropped cropping crops cross crossed crosses crossing crossly crouched crouching crow's crowd crowded
crowding crowds crowed crowing crown crowned crowning crowns crows crucifix crude cruel cruellest cruelly
cruelties cruelty cruise crumb crumble crumbled crumbling crumbs crumpled crunch crunching crush crushed
crushing crust crusted crusts crusty crutch crutches cry crying cryptic crystal crystals cub cubic cubs
cucumbers cud cuddled cudgel cue cuffs culinary culminated culminating culpable culprit culprits cultivate
cultivated cultivation culture cultured cum cumbrous cunning cunningly cup cupboard cupidity cupola cups
cur curate curate's curates curb curbstone curdling cure cured cures curing curiosities curiosity curious
curiously curl curled curling curls curly currant currants current currents curry curse cursed curses
cursing cursory curt curtailed curtain curtained curtains curtly curtsey curtseyed curtsies curtsy curve
curved curves curving cushion cushioned cushions cuss cussed custody custom customarily customary customer
customers customs cut cute cutlass cutlets cuts cutter cutting cycle cylinder cynic cynical cynically
cynicism dab dabbled dabbling dad daddy dagger daggers daily dainties daintily dainty dairy dairymaid
daisies dam damage damaged damages damaging damask dames damn damnable damned damning damp damped dampness
damps damsel dance danced dancer dancers dances dancing dandies dandified dandy danger dangerous
dangerously dangers dangled dangling dank dans dappled dare dared daren't dares daresay daring dark darken
darkened darkening darker darkest darkies darkly darkness darksome darky darling darlings darn darned
darning dart darted darting darts dash dashed dashes dashing dat dat's data date dated dates daughter
daughter's daughters daunted dauntless dawdle dawdling dawn dawned dawning dawns day day's daybreak
daylight days daytime dazed dazzle dazzled dazzling de deacons dead deadened deadliest deadly deaf
deafening deal dealer dealer's dealers dealing dealings deals dealt dear dearer dearest dearly dears
dearth deary death death's deathbed deathly deaths debate debated debates debating debauch debauched
debonair debt debtor debts decanter decanters decay decayed decaying decease deceased deceit deceitful
deceive deceived deceiver deceiving decency decent decently deception deceptive decide decided decidedly
deciding decision decisions decisive decisively deck decked decks declaration declarations declare
declared declares declaring decline declined declines declining declivity decorated decorating decoration
decorations decorative decorous decorum decoy decoyed decree decreed decrees decrepit dedicate dedicated
deduce deduced deduction deed deeds deem deemed deeming deep deepen deepened deepening deeper deepest
deeply deer default defeat defeated defeats defect defection defective defects defence defenceless defend
defended defending defense defensive defer deference deferential deferentially deferred deferring defiance
defiant defiantly deficiencies deficiency deficient defied defile define defined definite definitely
definition deformed deformities deformity defray deft deftly defunct defy defying degeneracy degenerate
degenerated degradation degrade degraded degrading degree degrees deign deigned deigning deities dejected
dejection delay delayed delaying delays delectable delegation deliberate deliberated deliberately
deliberating deliberation delicacies delicacy delicate delicately delicious deliciously delight delighted
delightedly delightful delightfully delighting delights delirious deliriously delirium deliver deliverance
delivered deliverer delivering delivery dell delude deluded deluge delusion delusions delusive dem demand
demanded demanding demands demeanor demeanour demise demolish demolished demons demonstrate demonstrated
demonstration demonstrations demonstrative demure demurely den denial denied denies denominated
denomination denote denoted denounce denounced denouncing dense densely dentist dentist's dents deny
denying depart departed departing department departments departure depend dependant depended dependence
dependent depending depends depict depicted deplorable deplore deplored deploring deportment depose
deposed deposit deposited deposits depot depraved depravity deprecate deprecated deprecating deprecatingly
deprecation deprecatory depreciate depreciation depress depressed depressing depression deprivation
deprive deprived depriving depth depths deputies der deranged derision derisively derive derived dern des
descend descendant descendants descended descending descends descent describe described describes
describing descried description descriptions descriptive desert deserted deserting desertion deserts
deserve deserved deservedly deserves deserving design designated designed designedly designing designs
desirable desire desired desires desiring desirous desist desisted desk desks desolate desolation despair
despaired despairing despairingly despatch despatched despatches desperate desperately desperation
despicable despise despised despises despising despite despondency despondent desponding despotic dessert
destination destined destinies destiny destitute destitution destroy destroyed destroying destroys
destruction destructive desultory detach detached detachment detail detailed detailing details detain
detained detaining detect detected detection detective detectives deter determination determine determined
determinedly determining deterred detest detestable detestation detested detour detriment deuce deuced
develop developed developing development developments deviation device devices devil devil's devilish
devils devious devise devised devising devoid devolved devote devoted devotedly devoting devotion
devotional devotions devour devoured devouring devout devoutly dew dews dewy dexterity dexterous
dexterously dey di diabolical diadem diagnosis diagrams dial dialect dialogue dialogues diameter diamonds
diary dice dictate dictated dictates dictation did didn't didst die died dies diet differ differed
difference differences different differently differing differs difficult difficulties difficulty
diffidence diffident diffidently diffuse diffused diffusing dig digest digesting digestion digging
diggings dignified dignitary dignities dignity digression dilapidated dilated dilating dilemma diligence
diligent diligently dim dime dimension dimensions diminish diminished diminishing diminution diminutive
dimly dimmed dimmer dimness dimple dimpled dimples dimpling din dine dined ding dingy dining dinner
dinners dint dip diplomacy diplomatic diplomatist dipped dipping dire direct directed directing direction
directions directly directness director directs dirt dirty dis disabled disadvantage disadvantages
disagree disagreeable disagreeably disagreed disagreement disappear disappearance disappeared disappearing
disappears disappoint disappointed disappointing disappointment disappointments disapprobation disapproval
disapprove disapproved disarmed disarray disaster disasters disastrous disbelief disbelieve disc discarded
discern discerned discernible discerning discernment discharge discharged discharging disciple discipline
disciplined disclaim disclaimed disclose disclosed disclosing disclosure disclosures discoloured
discomfited discomfiture discomfort discomposed discomposure disconcerted disconcerting disconnected
disconsolate disconsolately discontent discontented discord discordant discourage discouraged
discouragement discouraging discourse discoursed discourses discoursing discover discovered discoveries
discovering discovery discredit discredited discreet discreetly discretion discriminate discrimination
discuss discussed discussing discussion discussions disdain disdained disdainful disdainfully disease
diseased diseases disembarked disembodied disengage disengaged disfavour disfigured disgrace disgraced
disgraceful disgracefully disguise disguised disguises disguising disgust disgusted disgustedly disgusting
dish disheartened disheartening dished dishes dishevelled dishonest dishonesty dishonor dishonour
dishonourable dishonoured disillusion disinclination disinclined disinherited disinterested
disinterestedness disjointed disk dislike disliked dislikes disliking dislodged dismal dismally dismantled
dismay dismayed dismiss dismissal dismissed dismissing dismount dismounted disobedience disobey disobeyed
disorder disordered disorderly disown disowned disparagement disparity dispassionate dispassionately
dispatch dispatched dispel dispelled dispense dispensed dispensing disperse dispersed dispirited displaced
display displayed displaying displays displease displeased displeasing displeasure disposal dispose
disposed disposing disposition dispositions disproportionate dispute disputed disputes disputing disquiet
disquieted disquieting disquietude disregard disregarded disregarding disreputable disrespect
disrespectful dissatisfaction dissatisfied dissecting dissension dissimilar dissipate dissipated
dissipation dissolute dissolution dissolve dissolved dissolving dissuade dissuaded distance distances
distant distantly distaste distasteful distempered distended distilled distinct distinction distinctions
distinctive distinctly distinctness distinguish distinguishable distinguished distinguishes distinguishing
distorted distortion distract distracted distractedly distracting distraction distraught distress
distressed distresses distressing distributed distributing distribution district districts distrust
distrusted distrustful distrusting disturb disturbance disturbances disturbed disturbing disused ditch
ditches ditties ditto ditty divan dive dived diverged divergence divers diversified diversion diversions
diversity divert diverted diverting divest divested divided divides dividing divined divinely diving
divining divinities divinity division divisions divorce divorced divulge divulged dizziness dizzy do
docile docility doctor's doctoring doctrine doctrines document documents dodge dodged dodging does doesn't
doffed dog dog's dogged doggedly dogs doin doing doings doleful dolefully doll doll's dollar dollars dolls
domain dome domestic domestics domicile dominant dominated domineering dominion dominions domino dominoes
don't done donkey donkeys donned doom doomed door doors doorstep doorsteps doorway doorways dormant
dormitories dormitory dose doses dost dote doted doth dotted double doubled doubles doubling doubloons
doubly doubt doubted doubtful doubtfully doubting doubtless doubts dove doves dowagers down downcast
downfall downhill downright downstairs downtown downward downwards dowry doze dozed dozen dozens dozing
drab draft drafted drag dragged dragging draggled dragons drags drain drained draining drains dram drama
dramas dramatic dramatically drank draped draperies drapery draught draughts draw drawback drawbacks
drawbridge drawer drawers drawing drawings drawl drawled drawling drawn draws dread dreaded dreadful
dreadfully dreading dreads dream dreamed dreamer dreamily dreaming dreamless dreams dreamt dreamy drearily
dreariness dreary dregs drenched drenching dress dressed dresser dresses dressing dressmaker dressy drew
dribbling dried drift drifted drifting driftwood drill drilled drily drink drinking drinks drip dripped
dripping drive driven driver drivers drives driving drizzle drizzling droll drollery drone droning droop
drooped drooping drop dropped dropping drops dropt drought drove drown drownded drowned drowning drowsily
drowsiness drowsing drowsy drudge drudgery drug drugged druggist drugs drum drummer drumming drums drunk
drunkard drunkards drunken drunkenness drunks dry drying dryly dubbed dubious dubiously duck ducked
ducking ducks due duel duels duet duets dug duke's dull dulled duller dullest dullness dully dulness duly
dumb dumbly dummy dumped dumplings dun dunce dung dungeon dunno dupe duplicity durable duration during
durst dusk dusky dust dusted dusting dusty duties dutiful dutifully duty dwarf dwell dwelling dwellings
dwelt dwindled dwindling dye dyed dying dyspepsia dyspeptic each eager eagerly eagerness ear eared earlier
earliest early earn earned earnest earnestly earnestness earning earnings earrings ears earshot earth
earth's earthen earthenware earthly earthquake earthquakes earthy ease eased easel easier easiest easily
eastward easy eat eatables eaten eater eaters eating eats eau ebb ebbed ebbing ebullition eccentric
eccentricities eccentricity ecclesiastical echo echoed echoes echoing eclipse eclipsed economic economical
economy ecstasies ecstasy ecstatic ecstatically eddied eddies eddy eddying edge edged edges edging
edification edifice edifices edifying edition editions editor editorial educate educated educating
education ee eel eerie ef efface effaced effect effected effecting effective effectively effects effectual
effectually effeminate effervescence efficacy efficiency efficient effigy effort efforts effrontery
effusion effusive egg eggs egoism egotism egotistical egress eh eight eighteen eighteenth eightpence
eighty either ejaculated ejaculation ejaculations elaborate elaborated elaborately elaboration elapse
elapsed elastic elasticity elated elation elbow elbowed elbows elder elderly elders eldest elect elected
election electric electrical electricity electrified elegance elegant elegantly element elemental elements
elephant's elephants elevate elevated elevates elevating elevation elevator eleven elf elfish elicit
elicited eligible eliminated ell elms elongated eloped elopement eloquence eloquent eloquently else else's
elsewhere elude eluded eluding elusive elves emaciated emanating emancipation embalmed embark embarked
embarrass embarrassed embarrassing embarrassment embarrassments embattled embedded embellished embers
embittered emblazoned emblem emblems embodied embodiment emboldened embowered embrace embraced embraces
embracing embrasure embroidered embroidery emerald emeralds emerge emerged emergencies emergency emerging
emigrants emigration eminent eminently emissaries emissary emitted emolument emotion emotional emotions
emperor's emphasis emphasised emphasize emphasized emphatic emphatically empires employ employed employees
employer employer's employers employing employment employments employs emptied emptiness empty emptying
emulate emulation en enable enabled enables enabling enact enacted enacting enamel enamelled enamoured
encamped encampment encased enchanted enchanting enchantment encircled encircling enclose enclosed
enclosing enclosure enclosures encomiums encompassed encore encounter encountered encountering encounters
encourage encouraged encouragement encouraging encouragingly encumbered encumbrance end endanger
endangered endeared endearing endearment endearments endeavor endeavored endeavoring endeavors endeavour
endeavoured endeavouring endeavours ended ending endless endlessly endow endowed endowment endowments ends
endurable endurance endure endured enduring enemies enemy enemy's energetic energetically energies energy
enfeebled enforce enforced engage engaged engagement engagements engaging engendered engine engineer
engineering engines engraved engraving engravings engross engrossed engrossing enhance enhanced enigma
enigmatic enigmatical enjoined enjoy enjoyable enjoyed enjoying enjoyment enjoyments enjoys enlarge
enlarged enlarging enlighten enlightened enlightening enlightenment enlist enlisted enliven enlivened
enmity ennui enormity enormous enormously enough enow enquire enquired enquiries enquiring enquiry enraged
enraptured enrich enriched enrolled ensconced enslaved ensue ensued ensuing ensure entail entailed
entangled entanglement enter entered entering enterprise enterprises enterprising enters entertain
entertained entertainer entertaining entertainment entertainments enthusiasm enthusiast enthusiastic
enthusiastically entice enticed entire entirely entitled entrance entranced entrances entrapped entreat
entreated entreaties entreating entreatingly entreaty entries entrust entrusted entry enumerated
enumeration enunciation envelope enveloped envelopes enveloping enviable envied envious enviously
environment environs envoy envy epaulets epidemic epigrams epileptic episode episodes epistle epitaph
epithet epithets epoch equal equality equalled equally equals equanimity equation equilibrium equinox
equipage equipages equipment equipped equity equivalent equivocal er era eradicate erased ere erect
erected erecting erection ermine err errand errands errant erratic erred erring erroneously error errors
erudite erudition es escapade escape escaped escapes escaping escort escorted especial especially espied
essay essayed essays essence essences essential essentially est establish established establishing
establishment establishments estate estates esteem esteemed esthetic estimable estimate estimated
estimation estranged estrangement et etc eternal eternally eternity ether ethereal ethical ethics
etiquette eulogy ev'ry evade evaded evanescent evaporated evasion evasive evasively even evening evening's
evenings evenly event eventful events eventual eventually ever evergreen evergreens everlasting
everlastingly evermore every everybody everybody's everyday everyone everything everything's everywhere
evidence evidences evident evidently evil evils evince evinced evincing evoked evolution evolutions
evolved ewe ewes ex exact exacted exacting exactly exactness exaggerate exaggerated exaggeration exalt
exaltation exalted examination examinations examine examined examining example examples exasperated
exasperating exasperation exceed exceeded exceeding exceedingly excel excelled excellences excellent
excellently except excepted excepting exception exceptional exceptionally exceptions excess excesses
excessive excessively exchanged exchanging excitable excite excited excitedly excitement excites exciting
exclaim exclaimed exclaiming exclamation exclamations exclude excluded exclusion exclusive exclusively
excursion excursions excusable excuse excused excuses excusing execrable execrations execute executed
executing execution executioner executive executor executors exemplary exemplified exempt exercise
exercised exercises exercising exert exerted exerting exertion exertions exhaled exhaust exhausted
exhausting exhaustion exhaustive exhibit exhibited exhibiting exhibition exhibitions exhilarated
exhilarating exhilaration exhortation exhorted exile exiled exiles exist existed existence existences
existent existing exists exit exorbitant exotic expand expanded expanding expands expanse expansion
expansive expect expectancy expectant expectantly expectation expectations expected expecting expects
expediency expedient expedients expedition expeditions expelled expend expended expenditure expense
expenses expensive experience experienced experiences experiencing experiment experiments expert experts
expiration expire expired expiring explain explained explaining explains explanation explanations
explanatory explicit explicitly explode exploded exploit exploits explore explored exploring explosion
explosions explosive expose exposed exposing exposition expostulate expostulated expostulation
expostulations exposure expound expounding express expressed expresses expressing expression expressions
expressive expressively expressly expulsion exquisite exquisitely extant extend extended extending extends
extension extensive extensively extent exterior external externally extinct extinction extinguish
extinguished extinguishing extort extorted extra extract extracted extracting extraordinarily
extraordinary extras extravagance extravagances extravagant extravagantly extreme extremely extremes
extremest extremities extremity extricate extricated exuberance exuberant exult exultant exultantly
exultation exulted exulting exultingly eye eyeballs eyebrow eyebrows eyed eyeglass eyeing eyelash
eyelashes eyelid eyelids eyes eyesight eying fable fabled fabric fabulous face faced faces facetious
facial facile facilitate facilities facility facing fact faction factor factories factory facts faculties
faculty fad fade faded fades fading fagged fail failed failing failings fails failure failures fain faint
fainted fainter faintest fainting faintly faintness faire fairer fairest fairies fairly fairness fairy
faith faithful faithfully faithfulness faithless fall fallacy fallen falling fallow falls false falsehood
falsehoods falsely falter faltered faltering fame famed familiar familiarity familiarly families family
family's famine famished famous fan fanatic fancied fancies fanciful fancy fancying fang fangs fanned fans
fantastic fantastically far faraway farce fare fared fares farewell farmer's farmhouse farmhouses farming
farms farther farthest farthing fascinate fascinated fascinating fascination fascinations fashion
fashionable fashioned fashions fast fasted fasten fastened fastening fastenings faster fastidious fasting
fat fatal fatality fatally fate fated fateful father father's fatherless fatherly fathers fathom
fathomless fathoms fatigue fatigued fatigues fatiguing fatten fattened fatter fatuous fault faultless
faults faulty favor favorable favorably favored favorite favors favour favourable favourably favoured
favouring favourite favourites favours fawn fawned fawning fear feared fearful fearfully fearing fearless
fearlessly fears feasible feast feasted feasting feasts feat feather feathered feathers feathery feats
feature featured features fed fee feeble feebleness feebler feebly feed feeder feeding feeds feel feeling
feelingly feelings feels fees feet feign feigned feigning felicitous felicity feline fell felled feller
fellers fellow fellow's fellows fellowship felon felony felt female females feminine femme fence fenced
fences fencing fend fender fer ferment fern ferns ferocious ferociously ferocity ferret ferry ferryboat
fertile fertility fervent fervently fervid fervor fervour fess festival festivals festive festivities
festivity festooned festoons fetch fetched fetching fete fetid fettered fetters feud fever fevered
feverish feverishly fevers few fewer fib fibre fibres fibs fickle fiction fictions fictitious fiddle
fiddler fiddlers fiddles fidelity fidget fidgeted fidgeting fidgets fidgety fie field fields fiend
fiendish fiends fierce fiercely fierceness fiercer fiercest fiery fifteen fifty fig fight fighter fighters
fightin fighting fights figurative figuratively figure figured figures figuring file filed files filial
filigree filing fill filled filling fills film filmy filth filthy final finale finality finally finances
financial financier find finder finding finds fine finely fineness finer finery finest finger fingered
fingering fingers fingertips finish finished finishing fir fire firearms fired firelight firemen fireplace
fires fireside firewood fireworks firing firm firmament firmer firmly firmness first fish fished
fisherman's fishermen fishes fishing fishy fissure fist fists fit fitful fitfully fitly fitness fits
fitted fitter fittest fitting five fix fixed fixedly fixes fixing fixity fixture fixtures flabby flaccid
flag flagged flagon flags flakes flame flamed flames flaming flank flanked flanks flannel flannels flap
flapped flapper flapping flaps flare flared flaring flash flashed flashes flashing flasks flat flatly
flatness flattened flatter flattered flattering flattery flaunted flaunting flavor flavour flaw flaxen
flea flecked fled flee fleecy fleeing fleeting flesh fleshy flew flexible flick flicked flicker flickered
flickering flies flight flightiness flights flighty flimsy flinch flinching fling flinging flints flip
flippancy flippant flirt flirtation flirted flirting flit flitted flitting float floated floating floats
flock flocked flocking flocks flog flogged flogging flood flooded flooding floods floor floored flooring
floors flop florid florin flounce flounder floundered floundering flour flourish flourished flourishes
flourishing flow flowed flower flowered flowering flowers flowery flowing flown flows fluctuations fluency
fluent fluently fluid flung flurried flurry flush flushed flushing flustered flute flutter fluttered
fluttering fly fo foal foam foamed foaming foamy focus foe foes fog foggy fogs foibles foil foiled fold
folded folding folds foliage folk folks follies follow followed follower followers following follows folly
fond fonder fondest fondling fondly fondness food fool fool's fooled fooling foolish foolishly foolishness
fools foot football footed footfall foothold footing footman footmarks footmen footpath footprints
footstep footsteps footstool fop for for'ard forbade forbear forbearance forbearing forbid forbidden
forbidding forbids forbore forborne force forced forces forcible forcibly forcing fore forearm foreboding
forebodings forecast forecastle forefathers forefinger forego foregoing foreground forehead foreheads
foreign foreigner foreigners forelock foreman foremast foremost forenoon foresaw foresee foreseeing
foreseen foresight forest forestall forests foretaste foretold forever forfeit forfeited forgave forge
forged forgery forget forgetful forgetfulness forgets forgetting forging forgit forgive forgiven
forgiveness forgiving forgot forgotten fork forked forks forlorn forlornly form form's formal formalities
formality formally formation formed former formerly formidable forming formless forms formula formulate
formulated forsake forsaken forsook forsooth forte forth forthcoming forthwith fortification
fortifications fortified fortify fortitude fortnight fortnight's fortress fortresses fortunate fortunately
fortune fortunes forty forward forwarded forwards fostered fought foul found foundation foundations
founded founder foundered fountains four fourpence fours fourteen fourths fowl fowls fox foxes fraction
fragile fragment fragmentary fragments fragrance fragrant frail frailties frailty frame framed frames
framework framing francs frankly frankness frantic frantically fraternity fraud frauds fraught frayed
freak freaks freckled freckles free freed freedom freely freer freeze freezing freight freighted frenzied
frenzy frequency frequent frequented frequenters frequently fresh freshened freshening fresher freshest
freshly freshness fret fretful fretfully frets fretted fretting friction fried friend friend's friendless
friendliest friendliness friendly friends friendship friendships fright frighted frighten frightened
frightening frightens frightful frightfully frigid frill frills fringe fringed fringes frivolity frivolous
fro frock frocks frog frogs frolicsome from front fronted frontier frontiers fronting fronts frost frosted
frosts frosty froth frown frowned frowning frowns froze frozen frugal fruit fruitful fruitless fruits
frustrate frustrated fuel fugitive fugitives fulfil fulfilled fulfilling fulfilment full fuller fullest
fullness fully fulness fumbled fumbling fume fumed fumes fun function functionary functions fund
fundamental fundamentally funeral funerals funereal funk funnel funniest funny fur furious furiously
furlough furnace furnish furnished furnishes furnishing furniture furred furrow furrowed furrows furry
furs further furthermore furthest furtive furtively fury furze fuss fussed fussing fussy fust fustian
futile futility future futures futurity gabbling gable gabled gag gagged gaieties gaiety gaily gain gained
gaining gains gait gaiters gal gale gales gallant gallantly gallantries gallantry gallants galled
galleries gallery galley galling gallon gallons gallop galloped galloping gallows gamble gambled gambler
gambling game gamekeeper games gamesters gaming gang gangs gangway gaoler gap gape gaped gaping gaps garb
garden gardener gardener's gardeners gardening garish garlands garment garments garret garrison garrulous
garters gas gash gasp gasped gasping gasps gate gates gateway gather gathered gathering gatherings gathers
gaudy gauge gauntlet gauze gave gay gayer gayest gayety gayly gaze gazed gazes gazing gear geese gem gems
generalities generality generally generals generated generation generations generosity generous generously
genial geniality genially genius geniuses genteel genteelly gentility gentle gentlefolks gentleman
gentleman's gentlemanly gentlemen gentlemen's gentleness gentler gentlest gentlewoman gently gentry gents
genuine genuinely geographical geography geometrical geranium geraniums germ germs gesticulating gesture
gestures get gets gettin getting ghastly ghost ghostly ghosts giant giants gibberish gibbet giddiness gift
gifted gifts gig gigantic giggle giggled giggling gigs gilded gilding gills gilt gimlet gimme gin
gingerbread gingerly gingham gipsies gipsy giraffe girdle girdled girl girl's girlhood girlish girls girt
girth gist git gits give given gives giveth giving glad glade glades gladly gladness glamour glance
glanced glances glancing glare glared glaring glass glasses glassy glazed gleam gleamed gleaming gleams
glee gleeful gleefully glibly glide glided glides gliding glimmer glimmered glimmering glimpse glimpsed
glimpses glint glinting glisten glistened glistening glitter glittered glittering gloating globe globes
globular gloom gloomily gloomy glories glorified glorify glorious gloriously glory gloss glossy glove
gloved gloves glow glowed glowered glowering glowing glows glue glued glum gnarled gnashing gnaw gnawed
gnawing go goaded goal goat goats gobbled goblet goblin goddess goddesses godfather godless godly
godmother gods goes goggles goin going goings gold golden golf golly gone goner gong goo good goodbye
goodly goodness goodnight goods goodwill goose gore gorge gorgeous gorgeously gorges gorse gossamer gossip
gossiped gossiping gossips got gotta gotten gourd gout gouty govern governed governess governess's
governesses governing governor's governors gown gowns grab grabbed graced graceful gracefully graceless
gracious graciously graciousness gradations grade gradual gradually graduate graduated graduates grain
grains grammatical grand grandchild grandchildren granddaughter grander grandest grandeur grandfather
grandfather's grandfathers grandly grandmother grandmother's grandmothers grandson granite granted
granting grape grapes graphic grappled grappling grasp grasped grasping grass grasses grassy grate grated
grateful gratefully gratification gratified gratify gratifying grating gratitude gratuitous grave gravel
gravely graven graver gravest graveyard gravity gravy gray grayish graze grazed grazing grease greased
greasy great greatcoat greater greatest greatly greatness greed greedily greedy green greener greenhouse
greenish greenness greens greet greeted greeting greetings grew grey greyish gridiron grief griefs
grievance grievances grieve grieved grieving grievous grievously grilled grim grimace grimaces grimly
grimness grimy grin grind grinder grinding grindstone grinned grinning grins grip gripe gripped gripping
grisly grit grizzled groan groaned groaning groans grocer grocer's grocery grog groom groomed grooms
groove grooved grope groped groping gross grosser grossly grossness grotesque grotesquely grouch ground
grounded groundless grounds group grouped groups grovelled grovelling groves grow growed growing growl
growled growling growls grown grows growth grub grudge grudged grudging grudgingly gruel gruesome gruff
gruffly grumble grumbled grumbling grumpy grunt grunted grunting guarantee guaranteed guard guarded
guardedly guardian guardian's guardianship guarding guess guessed guesses guessing guest guests guffaw
guidance guide guided guides guiding guile guileless guilt guiltily guiltless guilty guineas guise guitar
gull gullies gulls gully gulp gulped gulping gum gums gun gunpowder guns gunwale gurgle gurgling gush
gushed gushing gust gusto gusts gusty guts gutter gutters guttural guys gymnasium gypsies gypsy ha
habiliments habit habitation habitations habits habitual habitually hack hacked hacking hackney hackneyed
hacks had hadn't hadst hae haf haft hag haggard hail hailed hailing hain't hair hair's haired hairpins
hairs hairy halcyon hale half halfpence halfpenny halfway halloo hallooed hallowed hallowing halls hallway
halo halt halted halter halting halves hammer hammered hammering hammers hammock hamper hampered hams
han't hand handbag handbills handcuffs handed handful handfuls handicap handicapped handing handiwork
handkerchief handkerchiefs handle handled handles handling hands handsome handsomely handsomer handsomest
handwriting handy hang hanged hanger hanging hangings hangs hankering hansom hapless happen happened
happening happens happier happiest happily happiness happy harangue harass harassed harassing harbour hard
harden hardened hardening harder hardest hardihood hardly hardness hardship hardships hare harem hares
hark harm harmed harmless harmonies harmonious harmoniously harmony harness harnessed harp harping harps
harpsichord harrowing harsh harsher harshly harshness harvest harvesting has hash hasn't hast haste hasten
hastened hastening hastily hasty hat hatched hatches hatchet hate hated hateful hates hath hating hatless
hatred hats haughtily haughtiness haughty haul hauled hauling haunches haunt haunted haunting haunts
hauteur have haven't havin having havoc haw hawk hawks hawthorn haystack hazard hazarded hazardous hazards
haze hazel hazy he he'd he'll he's head headache headaches headed headgear heading headland headless
headlight headlong headquarters heads headstrong headway heal healed healing health healthful healthier
healthy heap heaped heaping heaps hear heard hearer hearers hearing hearken hears hearsay hearse heart
heart's hearted heartedly heartedness heartfelt hearth hearthrug hearthstone hearties heartily heartiness
heartless hearts hearty heat heated heathen heathenish heather heats heave heaved heaven's heavenward
heavier heaviest heavily heaviness heaving heavy hectic hedge hedgerows hedges hee heed heeded heedful
heeding heedless heel heeled heels heerd heifer height heighten heightened heinous heir heiress heirs held
heliotrope hell hell's hellish hello helm helmet help helped helper helpers helpful helping helpless
helplessly helplessness helps hem hemisphere hemmed hemp hen hence henceforth henceforward hens her herb
herbage herbs herd herded herds here here's hereabout hereabouts hereafter hereby hereditary heredity
heretic heretofore hereupon heritage hero hero's heroes heroic heroically heroine heroines heroism herring
herrings hers herself hesitate hesitated hesitating hesitatingly hesitation heterogeneous hev hewn hey hid
hidden hide hideous hideously hides hiding hieroglyphics high higher highest highly highroad highway
highwayman highwaymen hilarious hilarity hillock hillocks hills hillside hilltop hilly hilt him himself
hind hinder hindered hindering hindrance hindrances hinges hint hinted hinting hints hip hips hire hired
hiring his hiss hissed hisself hisses hissing historian historians historic historical histories history
hit hitch hitched hitching hither hitherto hitting hive hives ho hoard hoarse hoarsely hoary hob hobble
hobbled hobbling hobby hoe hog hogs hogshead hogsheads hoist hoisted hold holders holding holds hole holes
holidays holiness holler hollow hollows holly homage home homeless homely homes homesick homeward
homewards homily homme honest honestly honesty honey honeymoon honeysuckle honor honorable honored honors
honourably honoured honours hooded hoof hoofs hook hooked hooks hoop hooped hoops hoot hooted hooting hop
hope hoped hopeful hopefully hopefulness hopeless hopelessly hopelessness hopes hoping hopped hopping hops
horde horizon horizontal horizontally horned hornpipe horns horrible horribly horrid horrified horror
horrors horse horse's horseback horsehair horseman horsemen horses horseshoe hose hospitable hospitably
hospitality hospitals hoss hosses host host's hostage hostess hostile hostilities hostility hosts hot
hotels hotly hotter hottest hound hounded hounds hour hour's hourly hours house housed household
households housekeeper housekeeper's housekeeping housemaid houses housewife housewives housework hove
hover hovered hovering how how's however howl howled howling howls hubbub huddled hue hued hues hug huge
hugely hugged hugging hulls hum human humane humanity humankind humans humble humbled humbler humblest
humbly humbug humbugs humid humiliated humiliating humiliation humiliations humility hummed humming humor
humored humoredly humorous humorously humour humoured humouredly humours hump humped hunch hunched hundred
hundreds hundredth hung hunger hungrily hungry hunt hunted hunter's hunters hunting hunts huntsmen hurdles
hurl hurled hurling hurrah hurricane hurried hurriedly hurry hurrying hurt hurting hurts husband husband's
husbands hush hushed hushing huskily husks husky hussy hustings hustle hustled hustling hut huts hymn
hymns hypocrisy hypocrite hypocrites hypocritical hypothesis hysteria hysterical hysterically hysterics
ice ices icily icy idea ideal idealism idealist ideals ideas identical identification identified identify
identity idiot idiotic idiots idle idleness idler idlers idling idly idol idolized idols idyllic if
ignited ignoble ignominious ignominiously ignominy ignorance ignorant ignorantly ignore ignored ignoring
ii il ill illegal illegible illimitable illiterate illness illnesses illogical ills illuminate illuminated
illuminating illumination illumined illusion illusions illustrate illustrated illustration illustrations
illustrious image imagery images imaginable imaginary imagination imaginations imaginative imagine
imagined imagines imagining imbecile imbecility imbibed imbibing imbued imitate imitated imitating
imitation imitations imitative immaculate immaterial immeasurable immeasurably immediate immediately
immemorial immense immensely immensity immersed imminent immobility immoderate immoderately immodest
immoral immorality immortal immortality immovable imp impact impaired impalpable impart imparted impartial
impartiality impartially imparting impassable impassioned impassive impatience impatient impatiently
impeded impediment impelled impelling impended impending impenetrable imperative imperatively
imperceptible imperceptibly imperfect imperfection imperfections imperfectly imperious imperiously
impersonal impertinence impertinent imperturbable imperturbably impervious impetuosity impetuous
impetuously impetus impious impish implacable implement implements implicated implication implicit
implicitly implied implies implore implored imploring imploringly imply implying import importance
important imported importing importunate importunities importunity impose imposed imposing imposition
impossibilities impossibility impossible impostor imposture impotence impotent impracticable imprecations
impregnable impregnated impress impressed impressing impression impressionable impressions impressive
impressively impressiveness imprint imprisoned imprisonment improbability improbable impromptu improper
impropriety improve improved improvement improvements improving improvised imprudence imprudent
imprudently imps impudence impudent impulse impulses impulsive impulsively impunity imputation impute
imputed in inability inaccessible inaction inactive inactivity inadequate inadvertently inane inanimate
inappropriate inarticulate inasmuch inattention inattentive inaudible inaudibly incalculable incantation
incantations incapable incapacity incarnate incarnation incautiously incense incensed incentive
incertitude incessant incessantly inch inches incident incidental incidentally incidents incipient incited
incivility inclement inclination inclinations incline inclined inclines inclining inclosed include
included including inclusive incoherent incoherently income incomparable incompatible incompetence
incompetent incomplete incomprehensible inconceivable incongruity incongruous inconsequence inconsequent
inconsequential inconsiderable inconsiderate inconsistencies inconsistency inconsistent inconspicuous
inconvenience inconveniences inconvenient incorporated incorrigible increase increased increases
increasing increasingly incredible incredibly incredulity incredulous incredulously incumbent incur
incurable incurred incurring indebted indecent indecision indecorous indeed indefatigable indefinable
indefinite indefinitely indelible indelicate independence independent independently indescribable
indescribably indeterminate index indicate indicated indicating indication indications indicative
indifference indifferent indifferently indigestion indignant indignantly indignation indignity indirect
indirectly indiscreet indiscretion indiscriminately indispensable indisposed indisposition indisputable
indistinct indistinctly indistinguishable individual individuality individually individuals indolence
indolent indolently indomitable indoor indoors indubitably induce induced inducement inducements induces
inducing indulge indulged indulgence indulgences indulgent indulgently indulging industrial industries
industrious industriously industry ineffable ineffectual ineffectually inefficient ineligible inequality
inert inertia inestimable inevitable inevitably inexcusable inexhaustible inexorable inexpensive
inexperience inexperienced inexplicable inexpressible inexpressibly infallible infallibly infamous infamy
infancy infant infantile infantine infants infatuated infatuation infected infection infectious infer
inference inferences inferior inferiority inferiors infernal infernally inferred infested infidel
infidelity infinite infinitely infinitesimal infinity infirm infirmities infirmity inflamed inflection
inflexible inflict inflicted inflicting infliction influence influenced influences influential influx
inform informal informant information informed informer informing informs infrequent infringed infuriated
infused infusion ing ingenious ingeniously ingenuity ingenuous ingenuousness ingratiate ingratiated
ingratiating ingratitude ingredient ingredients inhabit inhabitant inhabitants inhabited inhabiting inhale
inhaled inhaling inherent inherit inheritance inherited inhospitable inhuman inimitable iniquity initial
initials initiated initiation initiative injudicious injunction injunctions injure injured injuries
injuring injurious injury injustice ink inkling inkstand inky inlaid inland inmate inmates inmost innate
inner innermost innkeeper innocence innocent innocently innocents innovation innuendo innuendoes
innumerable inoffensive inopportune inordinate inquest inquire inquired inquiries inquiring inquiringly
inquiry inquisitive inquisitively inroads insane insanely insanity insatiable inscribed inscription
inscriptions inscrutable insect insects insensibility insensible insensibly inseparable insert inserted
inserting inside insides insidious insight insignificance insignificant insinuate insinuated insinuating
insinuation insipid insist insisted insistence insistent insisting insists insolence insolent insolently
insomuch inspect inspected inspecting inspection inspiration inspire inspired inspiring instability
installed instalment instalments instance instances instant instant's instantaneous instantaneously
instantly instants instead instigated instil instilled instinct instinctive instinctively instincts
instituted institution institutions instruct instructed instructing instruction instructions instructive
instructor instructors instructress instrument instrumental instruments insufferable insufferably
insufficient insular insult insulted insulting insults insuperable insupportable insurance insure insured
insurrection intact intangible integrity intellect intellects intellectual intellectually intelligence
intelligent intelligently intelligible intemperance intend intended intending intends intense intensely
intensified intensity intent intention intentional intentionally intentions intently intentness intents
inter intercede intercepted interchange interchanged intercourse interest interested interesting interests
interfere interfered interference interferes interfering interim interior interjected interlacing
interlocutor interlude intermediate interment interminable interminably intermingled intermission
intermittent intermittently intermixed internal international interpose interposed interposing
interposition interpret interpretation interpretations interpreted interpreter interpreting interred
interrogation interrupt interrupted interrupting interruption interruptions interstices interval intervals
intervene intervened intervening intervention interview interviews interwoven intimacy intimate intimated
intimately intimates intimating intimation intimations intimidated into intolerable intolerably intonation
intoxicated intoxicating intoxication intrepid intrepidity intricacies intricate intrigue intrigues
intrinsic intrinsically introduce introduced introducing introduction introductions introductory
introspective intrude intruded intruder intruders intruding intrusion intrusive intrusted intuition
intuitions intuitive inured invade invaded invader invaders invalid invaluable invariable invariably
invasion invective invent invented inventing invention inventions inventor inventory inverted invest
invested investigate investigated investigating investigation investigations investing investment
investments inveterate invidious invigorating invincible inviolable inviolate invisible invitation
invitations invite invited inviting invitingly invocation invoke invoked involuntarily involuntary involve
involved involves involving inward inwardly inwards irascible ire irksome iron ironed ironic ironical
ironically ironing irons irony irrational irreconcilable irregular irregularities irregularity irregularly
irrelevance irrelevant irrelevantly irremediable irreparable irrepressible irreproachable irresistible
irresistibly irresolute irresolutely irresolution irrespective irresponsible irretrievable irretrievably
irrevocable irrevocably irritability irritable irritably irritate irritated irritating irritation is
islets isn't isolated isolation issue issued issues issuing it it'd it'll it's itch itching item items
iteration its itself ivied ivory ivy jabbering jackass jacket jackets jaded jagged jail jailer jam jammed
jangling janitor jar jargon jarred jarring jars jaunt jauntily jaunty jaw jawed jaws jay je jealous
jealously jealousy jeer jeered jeering jellies jerk jerked jerkily jerkin jerking jerks jest jesting jests
jet jets jewel jewelled jeweller jewellers jewellery jewelry jewels jib jiffy jig jilted jingle jingled
jingling job jobs jocose jocosely jocular jog jogged join joined joiner joining joins joint joints joke
joked jokes joking jollity jolt jolted jostled jot journalist journals journey journey's journeyed
journeying journeys jovial joviality jovially joy joyful joyfully joyous joyously joys jubilant jubilee
judged judgement judges judging judgment judgments judicial judicious judiciously jug juggling juice juicy
jumble jumbled jump jumped jumping jumps junction juncture jungle juniors jurisdiction jury just justice
justifiable justification justified justify justifying justly jutted jutting juvenile keel keen keener
keenest keenly keenness keep keeper keeper's keepers keeping keeps keg kennel kep kept kerchief kettle
kettles key keyboard keyhole keys kick kicked kicking kicks kidnapped kidnapping kidney kids kill killed
killer killing kills kiln kin kind kinder kindergarten kindest kindle kindled kindliness kindling kindly
kindness kindnesses kinds kine king's kingdom kingdoms kinship kinsman kinsmen kinswoman kiss kissed
kisses kissing kitchen kite kitten kittens knack knacks knapsack knave knaves knee kneel kneeled kneeling
knees knell knelt knew knick knife knighthood knightly knit knitted knitting knives knob knobs knock
knocked knocker knocking knocks knoll knot knots knotted knotty know know'd knowed knowest knowin knowing
knowingly knowledge known knows knuckles label labelled labels laboratory labored laborer laborers
laboring laborious laboriously labors labour laboured labourer labourers labouring labours labyrinth lace
laced lacerated laces lack lacked lackeys lacking laconic lad lad's ladder ladders laden ladies lads
lady's ladylike ladyship's lagged lagging laid lain lair lame lamed lamely lament lamentable lamentation
lamentations lamented lamenting lamp lamplight lamps lance lances land land's landed landing landlady
landlady's landlord landlord's landlords lands landscape landscapes landsman lanes language languages
languid languidly languish languished languishing languor languorous lank lanky lantern lanterns lap lapel
lapping laps lapse lapsed lapses larboard lard larder large largely largeness larger largest lark larks
las lash lashed lashes lashing lass lasses lassitude last lasted lasting lastly lasts latch late lately
lateness latent later latest lath lather latitude latitudes latter latter's latterly lattice latticed
lattices laudable laudanum laugh laughable laughed laughin laughing laughingly laughs laughter launch
launched laundress laundry laurel lavatory lave lavender lavish lavished lavishly law law's lawful
lawfully lawless lawn lawns laws lawsuit lawyer lawyer's lawyers lax laxity lay layer layers laying layman
lays lazily laziness lazy lead leaded leaden leader leaders leadership leading leads leaf leafless leafy
leagues leak leaking leaky lean leaned leaning leans leant leap leaped leaping leaps leapt learn learned
learning learns learnt lease least leastways leather leathern leave leaved leaves leaving lecture lectured
lecturer lectures lecturing led ledge ledger leech leeches leer leered leering leeward left leg legacies
legacy legal legally legend legendary legged leggings legible legislature legitimate legs leisure
leisurely lemme lemon lemonade lemons lend lender lending lends length lengthen lengthened lengthening
lengths lengthy lens lent leopard les less lessen lessened lessening lesser lesson lessons lest let let's
lethargic lethargy lets letter letters letting levee level levelled levels levers levity lewd liabilities
liability liable liar libel liberal liberality liberally liberate liberated liberties libertine liberty
libraries library lice licence license licensed licentious lichen lick licked lickin licking licks lid
lids lie lied lies lieu lieve life life's lifeless lifelong lifetime lift lifted lifting lifts light
lighted lighten lightened lightening lighter lightest lighthouse lighting lightly lightness lightning
lightnings lights lightsome like liked likelihood likely likened likeness likenesses likes likewise liking
lilac lilies limb limbed limbs lime limes limestone limit limitation limitations limited limitless limits
limp limped limpid limply line lineage lineaments lined linen lines ling linger lingered lingering lingo
lining link linked links lion's lions lip lipped lips liquid liquor liquors lisping list listen listened
listener listeners listening listens listless listlessly listlessness lists lit literal literally literary
literature lithe litter littered little littleness live lived livelier liveliest livelihood liveliness
livelong lively liver liveries livers livery lives livid livin living lizards ll lo load loaded loading
loads loadstone loaf loafer loafers loafing loan loath loathe loathed loathing loathsome loaves lobby
lobster local locality locate located location lock locked locker lockers locket locking locks locusts
lodge lodged lodger lodgers lodges lodging lodgings loft loftier loftiest loftily lofty log logic logical
logically logs loins loitered loitering lolling lone loneliness lonely lonesome long longed longer longest
longing longingly longings longitude longs look looked looker lookin looking lookout looks loom loomed
looming looms loon looped loophole loops loose loosed loosely loosen loosened loosening loquacity lord's
lordly lords lordship's lore lorn lose loser loses losing loss losses lost lot loth lotion lots lottery
loud louder loudest loudly lounge lounged loungers lounging lovable love love's loved lovelier loveliest
loveliness lovely lover lover's lovers loves loving lovingly low lowed lower lowered lowering lowest
lowing lowlands lowly loyal loyally loyalty lubber lucid lucidity luck luckily luckless lucky lucrative
ludicrous lug luggage lugged lugger lugs lugubrious lukewarm lull lulled lumber lumbering luminary
luminous lump lumps lumpy lunacy lunar lunatic lunch lunched luncheon lunches lunching lung lungs lurch
lurched lurching lure lured lurid luring lurk lurked lurking lurks luscious lust lustily lustre lustrous
lusty lute luxuriance luxuriant luxuries luxurious luxuriously luxury ly lying ma'am machinations machine
machinery machines mad maddened maddening made madly madman madness magazines magical magician magistrate
magistrates magnanimity magnanimous magnanimously magnet magnetic magnetism magnificence magnificent
magnificently magnified magnify magnifying magnitude mahogany maid maid's maiden maidenhood maidenly
maidens maids mail mailed maimed main mainland mainly maintain maintained maintaining maintenance mais
majestic majestically majesty's majority make makers makes makeshift makin making makings malady male
males malevolence malevolent malice malicious maliciously malignant malignity malt mama mamma's man man's
manage managed management manager manager's managers manages managing mandate mandolin mane manfully
manger mangled mangy manhood mania maniac manifest manifestation manifestations manifested manifesting
manifestly manifold mankind manliness manly manned manner mannered manners manoeuvre manoeuvres mantel
mantelpiece mantle manual manufacture manufactured manufacturer manufacturers manufacturing manuscript
manuscripts many many's map mapped maps marble marbles marched marching mare margin mariner mariners
marital mark marked markedly market marketing markets marking marks maroon marquee marred marriage
marriageable marriages married marries marrow marry marrying marshalled marshes marshy martial martyr
martyrdom marvel marvelled marvellous marvellously marvels masculine mashed mask masked masks masonry
masquerade mass massed masses massive mast master's mastered masterful mastering masterly masters mastery
mastiff masts match matched matches mate material materially materials maternal mates mathematical
mathematics matinee matrimonial matrimony matron matronly matrons mats matted matter mattered matters
matting mattress mattresses mature matured maturer maturity maudlin mauve maxim maxims may may'st maybe
mayest mayhap mayn't maze mazes me mead meadow meadows meads meagre meal meals mean meaner meanest meaning
meaningless meaningly meanings meanly meanness means meant meantime meanwhile measles measure measured
measureless measurement measurements measures measuring meat meats mechanic mechanical mechanically
mechanism medal medals meddle meddling medical medicinal medicines medieval mediocre mediocrity meditate
meditated meditating meditation meditations meditative meditatively medium medley meek meekly meekness
meet meeting meetings melancholy mell mellow mellowed melodies melodious melodramatic melody melon melons
melt melted melting melts members memento memorable memoranda memorandum memorials memories memory men
men's menace menaced menaces menacing menagerie mend mended mending menial mental mentality mentally
mention mentioned mentioning mentions mercenary merchandise merchant merchant's mercies merciful
mercifully merciless mercilessly mercy mercy's mere merely merest merged merging meridian merit merited
meritorious merits mermaid merrily merriment merry meshes mess message messages messenger messengers
messes messy met metal metallic metals metamorphosed metamorphosis metaphor metaphorically metaphysical
metaphysics methinks method methodical methodically methods metropolis mice microscope mid midday middle
midnight midst midway mien might mightier mightily mightn't mighty mignonette mild milder mildest mildewed
mildly mildness mile miles milestone militant military militia milk milked milking milkmaid milkman milky
milliner milliner's milliners millinery million millionaire millionaires millions mimic mimicking mimicry
mince mind mind's minded mindedness mindful minding minds mine mineral miners mingle mingled mingling
miniature miniatures minister's ministered ministerial ministering ministers minor minority minstrel
minuet minute minute's minutely minuteness minutes minutiae minx miracle miracles miraculous miraculously
mirage mire mirror mirrored mirrors mirth mirthless miscarried miscellaneous mischance mischief
mischievous mischievously miscreant misdeeds miser miserable miserably miseries misery misfortune
misfortunes misgave misgiving misgivings misguided mishap misjudged mislaid misled misplaced
misrepresented missed misshapen missile missiles missing missionaries missionary missive missy mist
mistake mistaken mistakes mistaking mistletoe mistook mistress mistress's mistresses mistrust mistrusted
mists misty misunderstand misunderstanding misunderstandings misunderstood mite mitigate mittens mix mixed
mixing mixture mo moan moaned moaning moans mob moccasins mock mocked mockery mocking mockingly mode model
modelled models moderate moderately moderation modern modes modest modestly modesty modification modified
modifying modulated moi moidores moiety moist moistened moisture moles molestation mollified molten moment
moment's momentarily momentary momentous moments momentum mon monarch monarchs monastery monde money
money's moneys mongrel monitor monkey monkeys monkish monologue monomania monopoly monosyllable
monosyllables monotone monotonous monotonously monotony monster monsters monstrous monstrously month
month's monthly months monumental monuments mood moodily moodiness moods moon moon's moonbeams moonlight
moonlit moons moonshine moored moorland mop moping moral moralist morality morally morals morbid morbidly
more more'n more's moreover morn mornin morning morning's mornings morose moroseness morrow morrow's
morsel morsels mort mortal mortality mortally mortals mortar mortgage mortgages mortification mortified
mortify mortifying mossy most mostly moth mother mother's motherless motherly mothers moths motion
motioned motioning motionless motions motive motives motley motor mottled motto mould moulded mouldering
moulding mouldings mouldy mound mounds mountain mountainous mountains mounted mounting mounts mourn
mourned mourner mourners mournful mournfully mourning mouse moustache moustaches mouth mouthed mouthful
mouthfuls mouths move moved movement movements moves movies moving mowing much muck mud muddle muddled
muddy muffin muffins muffled muffler mug mugs mulatto mule mules multiplicity multiplied multiply
multiplying multitude multitudes multitudinous mumbled mumbling mummy mumps mun munched munching murder
murdered murderer murderers murderess murdering murderous murders murky murmur murmured murmuring murmurs
muscle muscles muscular muse mused mushroom mushrooms music musical musician musicians musing musingly
musings musk musket musketry muskets muslin must mustache mustachios mustard muster mustered mustering
mustn't musty mute mutely mutilated mutiny mutter muttered muttering mutterings mutton mutual mutually
muzzle my myriad myriads myself mysteries mysterious mysteriously mystery mystic mystical mystification
mystified nag nail nailed nailing nails naive naivete naked nakedness name name's named nameless namely
names namesake naming nankeen nap nape napkin napkins narrate narrated narration narrative narratives
narrator narrow narrowed narrower narrowing narrowly narrowness nasal nasty nat'ral nation nationality
nations natives natur natural naturally naturalness nature nature's natured naturedly natures naught
naughtiness naughty nausea nauseous nautical naval nave navigation nay ne ne'er near nearby neared nearer
nearest nearing nearly nearness neat neatest neatly neatness nebulous necessaries necessarily necessary
necessitated necessities necessity neck neckcloth necked neckerchief necklace necklaces necks necktie
neckties nectar need needed needful needing needle needles needless needlework needn't needs needy
negative neglect neglected neglecting negligence negligent negligently negus neighbor neighborhood
neighboring neighbors neighbour neighbour's neighbourhood neighbouring neighbourly neighbours neither
nephew nephew's nephews nerve nerveless nerves nervous nervously nervousness nest nestle nestled nestling
nests net nether nets nettled nettles neutral neutrality never nevertheless newborn newcomer newcomers
newer newest newly newness news newsboy newsboys newspaper newspapers next nibbling nice nicely nicer
nicest niceties nicety niche nickel nickname nicknamed niece niece's nieces nigger niggers nigh nigher
night night's nightcap nightfall nightgown nightly nightmare nights nightshirt nimble nimbly nine
ninepence nineteen nineteenth ninety ninth nip nipped niver no nobility noble nobleman nobleman's noblemen
nobler nobles noblest nobly nobody nobody's nocturnal nod nodded nodding nods nohow noise noiseless
noiselessly noises noisily noisy nominal nominally nomination non nonce nonchalance nonchalantly
nondescript none nonplussed nonsense nonsensical nook nooks noon noonday noontide noose nor normal
northward nose nosed nosegay nosegays noses nosing nostril nostrils not notable notably notch note
notebook noted notes noteworthy nothin nothing nothing's nothingness notice noticeable noticeably noticed
notices noticing notified notify noting notion notions notoriety notorious notoriously nots
notwithstanding nough nought nourish nourished nourishing nourishment nous novel novelist novelists novels
novelties novelty novice now nowadays nowhere nowise nowt noxious nude nudge nudged nuisance nullify numb
numbed number numbered numberless numbers numerous nun nunnery nuns nuptial nuptials nurse nurse's nursed
nursery nurses nursing nurture nurtured nutmeg nutriment nuts nutshell nymph nymphs oaken oakum oar oars
oasis oath oaths oatmeal oats ob obdurate obedience obedient obediently obeisance obese obey obeyed
obeying object objected objecting objection objectionable objections objects obleeged obligation
obligations oblige obliged obliges obliging obligingly oblique obliquely obliterate obliterated
obliterating oblivion oblivious oblong obnoxious obscene obscure obscured obscurely obscuring obscurity
obsequious obsequiously observable observance observant observation observations observe observed observer
observers observes observing obsession obsolete obstacle obstacles obstinacy obstinate obstinately
obstreperous obstruction obtain obtained obtaining obtruded obtrusive obtuse obviate obvious obviously
occasion occasional occasionally occasioned occasions occult occupant occupants occupation occupations
occupied occupies occupy occupying occur occurred occurrence occurrences occurring occurs ocean odd oddest
oddities oddity oddly odds odious odor odorous odors odour odours of off offence offences offend offended
offender offenders offending offense offensive offensively offer offered offering offerings offers offhand
office officer officer's officers offices official officials officiated officiating officious offing
offspring oft often oftener oftenest oftentimes ogling oh oil oilcloth oiled oils oilskin oily ointment
old olden older oldest oldish ole olive olives omelette omen omens ominous ominously omission omit omitted
omitting omnibus on on't on'y once one one's ones oneself onion onions onlookers only onset onslaught onto
onward onwards ooze oozed oozing opaque open opened opening openings openly openness opens operas operate
operated operating operation operations operator opiate opinion opinions opium opponent opponent's
opponents opportune opportunely opportunities opportunity oppose opposed opposing opposite opposites
opposition oppress oppressed oppression oppressive optimism option opulence opulent or oracle orange
oranges oration orator oratory orb orbs orchard orchards orchestra ordained ordeal order ordered ordering
orderly orders ordinarily ordinary ore organ organisation organised organism organization organized organs
orgies orifice origin original originality originally originate originated originating ornament ornamental
ornamented ornaments ornate ornery orphan orphans orthodox ostensible ostensibly ostentation ostentatious
ostentatiously ostler ostrich other other's others otherwise ou ought oughtn't oui ounce our ours
ourselves ouse out outa outbreak outbreaks outburst outcast outcome outcry outdone outdoor outdoors outer
outermost outfit outgrown outhouse outlandish outlaws outlay outlet outline outlined outlines outlive
outlived outlook outlying outpouring outrage outraged outrageous outrageously outrages outright outs
outset outside outsider outsiders outskirts outspread outstretched outstripped outward outwardly outwards
oval oven over overalls overawed overbearing overboard overcame overcast overcharged overcoat overcoats
overcome overcomes overcoming overdone overflow overflowed overflowing overgrown overhanging overhead
overhear overheard overhearing overhung overjoyed overlaid overlook overlooked overlooking overmuch
overnight overpower overpowered overpowering overrun overseas overseer overset overshadowed overshoes
overspread overstrained overtake overtaken overtaking overthrow overthrown overtook overture overtures
overturn overturned overwhelm overwhelmed overwhelming overwork overworked ow owe owed owes owing owl owls
own owned owner owner's owners ownership owning owns ox oxen oyster oysters pace paced paces pacified
pacify pacing pack package packages packed packet packets packing packs pad padded paddle paddled paddles
paddling paddock padlock page pageant pages pagoda paid pail pails pain pained painful painfully painless
pains paint painted painter painter's painters painting paintings paints pair pairs pal palaces palatable
palate pale paled paleness paler palings palliate pallid pallor palm palms palpable palpably palpitating
palpitation palsied paltry pampered pamphlet pamphlets pan panacea pancake pane panel panelled panels
panes pang pangs panic panorama pans pansies pant pantaloons panted panting pantomime pantry pants pap
papa's paper papered papers parable paraded paradox paragon paragraph parallel paralysed paralysis
paralyzed paramount parapet paraphernalia parasol parcel parcels parched parchment pardner pardon
pardonable pardoned parent parent's parentage parental parenthesis parents parish parishes parishioners
parks parlor parlour parlours paroxysm parried parrot parrots parson parson's parsons part partake
partaken partaking parted parti partial partiality partially partic'lar participate participation particle
particles particular particularity particularly particulars parties parting partition partitions partly
partner partners partnership partook partridges parts party pas pass passage passages passed passenger
passengers passer passers passes passing passion passionate passionately passionless passions passive
passively passivity password past paste pasteboard pasted pastime pastoral pastry pasture pastures pasty
patched patches patchwork pate patent paternal paternity path pathetic pathetically pathless pathos paths
pathway patience patient patient's patiently patients patriarch patriarchal patrician patriotic patriotism
patrol patrolling patron patronage patroness patronised patronising patronize patronized patronizing
patrons patted pattens patter pattered pattering pattern patterns patting pauper paupers pause paused
pauses pausing paved pavement pavilion paving paw pawed pawing pawn pawnbroker pawnbroker's pawned paws
pay paying payment payments pays pea peace peaceable peaceably peaceful peacefully peaches peak peaked
peaks peal peals peanuts pear pearls pearly pears peas peasant peasant's peasants peat pebble pebbles
pebbly peck pecked pecking peculiar peculiarities peculiarity peculiarly pecuniary pedagogue pedestal
pedestrian pedestrians pedigree pedlar pedlars peeled peeling peep peeped peeping peeps peered peering
peevish peevishly pegging pegs pelisse pell pelt pelted pen penal penalties penalty penance pence pencil
pencilled pencils pendant pendent pending pendulum penetrate penetrated penetrating penetration penitence
penitent penitential penknife pennies penniless penny pens pension pensive pensively pent penury people
people's peopled peoples pepper per peradventure perceive perceived perceives perceiving percentage
perceptible perceptibly perception perceptions perch perchance perched perches perdition peremptorily
peremptory perennial perfect perfected perfecting perfection perfections perfectly perfidy perforce
perform performance performances performed performer performers performing performs perfume perfumed
perfunctorily perfunctory perhaps peril perilous perilously perils period periodical periodically periods
perish perishable perished perishing perjury permanence permanent permanently permission permit permits
permitted permitting pernicious perpendicular perpendicularly perpetrate perpetrated perpetual perpetually
perplex perplexed perplexing perplexities perplexity persecute persecuted persecuting persecution
persecutions persecutor perseverance persevere persevered persevering persist persisted persistence
persistent persistently persisting persists person person's personage personages personal personalities
personality personally personified persons perspective perspiration perspiring persuade persuaded
persuading persuasion persuasions persuasive persuasively pert pertaining pertinaciously pertinacity
pertness perturbation perturbed perusal peruse perused perusing pervade pervaded pervades pervading
perverse perversely perverseness perversity perverted pest pestered pet petal petals petit petition
petitions petrified pets petted petticoat petticoats petting pettish pettishly petty petulance petulantly
pews pewter phaeton phantom phantoms phase phases pheasants phenomena phenomenon phial philanthropic
philanthropist philanthropy philosopher philosophers philosophic philosophical philosophically philosophy
phlegm phlegmatic phone phosphorescent photo photograph photographs photography phrase phrased phraseology
phrases physic physical physically physician physician's physicians physiognomy physique pianist piano
pianos pick picked picking pickled pickles pickpockets picks picnic picture pictured pictures picturesque
picturesqueness picturing pie piece pieces pier pierce pierced piercing pies piety pig pig's pigeon
pigeons pigs pikes pile piled piles pilgrimage piling pillared pillars pillion pillory pillow pillows
pills pin pinafore pinafores pinch pinched pinching pincushion pine pined pines pining pinioned pinks
pinnacle pinned pinning pins pint pints pious piously pipe piped pipes piping piquant pique piqued pirate
pirates pistol pistols pit pitch pitched pitching piteous piteously pitfalls pitiable pitiably pitied
pities pitiful pitifully pitiless pitilessly pits pittance pitted pity pitying pityingly pivot placard
place placed places placid placidity placidly placing plague plagued plaid plain plainer plainest plainly
plainness plains plaintive plaintively plait plaited plaits plan plane planet planets plank planks planned
planning plans plant plantation plantations planted planter planters planting plants plash plaster
plastered plate plateau plated plates platform plausible play played player players playfellow playful
playfully playfulness playground playhouse playing playmate plays plaything playthings plea plead pleaded
pleading pleadings pleasant pleasanter pleasantest pleasantly pleasantness pleasantry please pleased
pleases pleasing pleasurable pleasure pleasures plebeian pledge pledged pledges plentiful plentifully
plenty pliant plied plight plodded plodding plot plots plotted plotting plough ploughed ploughing plow
pluck plucked plucking plucky plug plum plumage plumb plumber plume plumed plumes plump plumped plums
plunder plundered plundering plunge plunged plunges plunging plus plush plying pneumonia poacher poaching
pocket pocketbook pocketed pocketing pockets poem poems poet poet's poetic poetical poetry poets poignancy
poignant point pointed pointedly pointing points poise poised poison poisoned poisoning poisonous poisons
poke poked poker poking poles police policeman policemen policy polished polishing polite politely
politeness politic political politician politicians politics polluted pomp pompous pompously pon ponder
pondered pondering ponderous ponderously ponies pony poodle pooh pools poor poorer poorest poorly pop
poplars popped poppies popping populace popular popularity popularly population populous porcelain porch
porches pore pored poring pork porridge port portable portal portals portcullis portentous portentously
portents porter porter's porters portfolio portico portion portions portly portmanteau portrait portraits
portrayed ports pose posed posing position positions positive positively positiveness possess possessed
possesses possessing possession possessions possessor possessors possibilities possibility possible
possibly post postcard posted poster posterity posting postman postmark postpone postponed postponement
posts postscript posture postures pot potato potatoes potency potent potential potion pots pouch poultry
pounce pounced pound pounded pounding pounds pour poured pouring pours pout pouted pouting poverty powder
powdered powders power powerful powerfully powerless powers pox practicable practical practically practice
practiced practices practise practised practising practitioner practitioners prairie praise praised
praises praiseworthy praising pranced prancing prank pranks prattle prattled prattling pray prayed prayer
prayers praying prays pre preach preached preacher preacher's preachers preaching prearranged precarious
precaution precautions precede preceded precedence precedent precedents precedes preceding precepts
precincts precious precipice precipices precipitancy precipitate precipitated precipitately precipitation
precipitous precise precisely precision precocious predecessor predecessors predestined predicament
predict predicted prediction predictions predominant predominated preface prefer preferable preference
preferment preferred preferring prefers prefigured pregnant prejudice prejudiced prejudices preliminaries
preliminary prelude premature prematurely premeditated premises premium prentice preoccupation preoccupied
preparation preparations preparatory prepare prepared preparing preposterous prescribe prescribed
prescription prescriptions presence present presentable presentation presented presentiment presentiments
presenting presently presents preservation preserve preserved preserver preserves preserving preside
presided presiding press pressed presses pressing pressure prestige presumably presume presumed presuming
presumption presumptuous pretence pretences pretend pretended pretending pretends pretense pretension
pretensions pretentious preternatural preternaturally pretext prettier prettiest prettily prettiness
pretty prevail prevailed prevailing prevalent prevent prevented preventing prevents previous previously
prey preyed priceless prices prick pricked prickly pride prided priest's priesthood priests prig priggish
prim primal primarily primary primer primeval priming primitive primrose prince's princely princes
princesses principal principally principle principles print printed printing prints prison prisoner
prisoner's prisoners prisons pristine privacy private privately privation privations privilege privileged
privileges privy prize prized prizes pro probabilities probability probable probably probed problem
problematical problems procedure proceed proceeded proceeding proceedings proceeds process processes
procession processions proclaim proclaimed proclaiming proclamation procure procured procuring prodigal
prodigious prodigiously prodigy produce produced produces producing product production productions
productive products profane profanely profanity profess professed professes professing profession
professional professionally professions professors proffered proficiency profile profit profitable
profited profiting profits profligate profound profoundest profoundly profundity profuse profusely
profusion progenitor progeny programme progress progressed progressing progression progressive prohibited
prohibition project projected projecting projection projects prologue prolong prolonged prolonging
promenade prominence prominent promise promised promises promising promontory promote promoted promoting
promotion prompt prompted prompting promptings promptitude promptly promptness prone pronounce pronounced
pronouncing pronunciation proof proofs prop propagate propelled propensities propensity proper properly
properties property prophecies prophecy prophesied prophet prophetic propitiate propitious proportion
proportionate proportionately proportioned proportions proposal proposals propose proposed proposes
proposing proposition propositions propounded propped proprieties proprietor proprietors proprietorship
propriety props prosaic prose prosecute prosecution prospect prospective prospects prosper prospered
prosperity prosperous prostitute prostrate prostrated prostration prosy protect protected protecting
protection protective protector protege protest protestations protested protesting protests protracted
protruded protruding proud prouder proudest proudly prove proved proverb proverbial proverbially proves
provide provided providential providentially provides providing province provinces provincial proving
provision provisions provocation provocative provoke provoked provoking provokingly prow prowess prowled
prowling proximity proxy prudence prudent prudential prudently pry prying psalmody psychological
psychology public publican publication publicity publicly publish published publishers publishing puckered
pudding puddings puddle puff puffed puffing puffs puffy pug pull pulled pulling pulls pulpit pulpy
pulsation pulse pulsed pulses pulsing pump pumped pumping pumps pun punched punching punctilious punctual
punctuality punctually pungent punish punished punishing punishment punishments puny pup pupil pupils
puppet puppets puppies puppy purchase purchased purchaser purchases purchasing pure purely purer purest
purgatory purified purity purple purplish purport purpose purposed purposeless purposely purposes purring
purse pursed purses pursing pursuance pursue pursued pursuer pursuers pursuing pursuit pursuits push
pushed pushing put puts putting puzzle puzzled puzzles puzzling pyramid quack quadrangle quadrant quadroon
quadrupeds quail quailed quaint quaintly quaintness quake quaked quaking qualification qualifications
qualified qualify qualities quality qualm qualms quandary quantities quantity quarrel quarreled quarrelled
quarrelling quarrels quarrelsome quarry quart quarter quartered quarterly quarters quarts quaver quavered
quays que queen's queenly queer queerest queerly quell quelled quench quenched queried queries querulous
query quest question questionable questioned questioner questioning questioningly questions qui quick
quicken quickened quickening quicker quickest quickly quickness quicksand quid quiescence quiescent quiet
quieted quieter quietest quietly quietness quietude quill quilt quilted quit quite quitted quitting quiver
quivered quivering quizzical quizzically quizzing quotation quotations quote quoted quoth quoting ra
rabbit rabbits rabble rabid race raced races racing rack racked racket racking racks radiance radiant
radiantly radiated radiating raft rafters rag rage raged rages raging rags rail railing railings raillery
railroad railroads rails railway railways raiment rain raindrops rained raining rains rainy raise raised
raises raising raisins rake raked raking rallied rally rallying ramble rambled rambles rambling rampant
rampart ramparts ran ranch rancour rang range ranged ranges ranging rank ranked rankled ranks ransacked
ransom rap rapid rapidity rapidly rapped rapping raps rapt rapture raptures rapturous rapturously rare
rarely rarer rarest rarity rascal rascally rascals rash rashly rashness rasping rat rate rates rather
ration rational rationally rations rats rattle rattled rattlesnake rattling ravages rave raved raven
ravenous ravens ravine raving ravished ravishing raw rays razor razors re reach reached reaches reaching
react reaction reactions read reader reader's readers readier readiest readily readiness reading reads
ready real realisation realise realised realising realism realities reality realization realize realized
realizing really realm realms reap reaped reaping reappear reappearance reappeared rear reared rearing
reason reasonable reasonably reasoned reasoning reasons reassurance reassure reassured reassuring
reassuringly rebel rebelled rebellion rebellious rebels rebound rebuff rebuke rebuked recall recalled
recalling recede receded receding receipt receipts receive received receiver receives receiving recent
recently receptacle reception receptive recess recesses recipient reciprocal recital recitation recite
recited reciting reckless recklessly recklessness reckon reckoned reckoning reclaim reclaimed reclined
reclining recluse recognise recognised recognising recognition recognize recognized recognizing recoil
recoiled recoiling recollect recollected recollecting recollection recollections recommenced recommend
recommendation recommended recommends recompense recompensed reconcile reconciled reconciliation
reconciling reconnoitre reconsider record recorded recording records recount recounted recounting recourse
recover recovered recovering recovery recreation recruiting recruits rectangular rectify rectitude
rector's recumbent recur recurred recurrence recurrent recurring red redden reddened reddening redder
reddish redeem redeemed redeeming redemption redness redolent redoubled redress reduce reduced reducing
redundant reef reeking reel reeled reeling refectory refer reference references referred referring refers
refined refinement reflect reflected reflecting reflection reflections reflective reflectively reflects
reflex reformation reformed reformer reformers reforming reforms refractory refrain refrained refresh
refreshed refreshing refreshment refreshments refuge refugee refusal refuse refused refuses refusing
reg'lar regain regained regaining regal regaled regard regarded regarding regardless regards regeneration
regiment regiments region regions registered regret regretful regretfully regrets regretted regretting
regular regularity regularly regulate regulated regulation regulations rehearsal rehearsals rehearsed
rehearsing reign reigned reigning reigns rein reined reins reinstated reiterated reject rejected rejecting
rejection rejoice rejoiced rejoicing rejoicings rejoin rejoinder rejoined relapse relapsed relapsing
relate related relates relating relation relations relationship relative relatives relax relaxation
relaxed relaxing release released releasing relent relented relenting relentless relentlessly reliable
reliance reliant relic relics relied relief relieve relieved relieving religion religions religious
relinquish relinquished relinquishing relish relished reluctance reluctant reluctantly rely relying remain
remainder remained remaining remains remark remarkable remarkably remarked remarking remarks remedied
remedies remedy remember remembered remembering remembers remembrance remembrances remind reminded
reminder reminders reminding reminds reminiscence reminiscences remitted remnant remnants remonstrance
remonstrances remonstrate remonstrated remorse remorseful remorseless remorselessly remote remotely
remoteness remoter remotest removal remove removed removing remunerative rend render rendered rendering
renders rendezvous rending rendition renew renewal renewed renewing renounce renounced renovation renown
renowned rent rented rents renunciation repaid repair repaired repairing repairs reparation repartee
repast repay repaying repeat repeated repeatedly repeater repeating repel repelled repellent repelling
repent repentance repentant repented repenting repetition repetitions repine repining replace replaced
replacing replenished replied replies reply replying report reported reporter reporting reports repose
reposed reposing repository reprehensible represent representation representations representative
represented representing represents repress repressed repressing repression reprieve reprimand reprimanded
reproach reproached reproaches reproachful reproachfully reproaching reprobate reproduce reproduced
reproof reproofs reproved reproving reprovingly reptile repugnance repugnant repulse repulsed repulsion
repulsive reputation repute reputed request requested requesting requests require required requirements
requires requiring requisite requisition rescue rescued rescuing research researches resemblance resemble
resembled resembles resembling resent resented resentful resentfully resenting resentment reservation
reservations reserve reserved reserves reserving reservoir reside resided residence residences resident
residents resides residing residue resign resignation resigned resignedly resigning resist resistance
resisted resisting resistless resolute resolutely resolution resolutions resolve resolved resolves
resolving resonant resort resorted resorting resorts resounded resounding resource resourceful resources
respect respectability respectable respectably respected respectful respectfully respecting respective
respectively respects respiration respite resplendent respond responded responding response responses
responsibilities responsibility responsible responsive rest restaurant restaurants rested restful resting
restitution restive restless restlessly restlessness restoration restore restored restoring restrain
restrained restraining restraint restricted restrictions rests result resulted resulting results resume
resumed resuming retail retain retained retainers retaining retarded reticence reticent reticule retire
retired retirement retiring retort retorted retrace retraced retreat retreated retreating retreats
retribution retrieve retrospect return returned returning returns reunion reveal revealed revealing
reveals revel revelation revelations revelled revelry revels revenge revenged revengeful reverberation
revered reverence reverent reverential reverently reverie reveries reverse reversed reversion revert
reverted reverting revery reviewed reviled revisit revive revived reviving revoir revolt revolted
revolting revolutions revolve revolved revolver revolvers revolving revulsion reward rewarded rewards
rhetoric rheumatic rheumatics rheumatism rhubarb rhythm rhythmic rhythmically rib ribbed ribbon ribbons
ribs rice rich richer riches richest richly richness rick rickety ricks rid ridden riddle riddles ride
riders rides ridge ridges ridicule ridiculed ridiculous ridiculously riding rifle rifled rifles rift rig
rigged rigging right righteous righteousness rightful rightly rights rigid rigidity rigidly rigor rigorous
rigorously rigour rill rim rimmed rims rind ring ringed ringing ringleader ringlets rings riot riotous
riots ripe ripen ripened ripening ripped ripping ripple rippled ripples rippling rise risen rises rising
risk risked risking risks risky rite rites ritual rival rival's rivalry rivals river river's riveted
rivulet road roads roadside roadway roam roamed roaming roan roar roared roaring roars roast roasted
roasting robbed robber robbers robbery robbing robe robed robes robust rock rocked rocket rocking rocks
rocky rod rode rods rogue rogues roguish role roll rolled roller rollers rollicking rolling rolls romance
romances romantic romantically romping roof roofed roofs rooks room rooms roomy root rooted roots rope
ropes rosary rosebud rosebuds roses rosewood rot rotted rotten rotting rotund rouged rough rougher roughly
roughness round roundabout rounded rounder rounding roundly rounds rouse roused rousing rout route routed
routine rove roved rover roving rowed rowing rows royalty rt rub rubbed rubber rubbers rubbing rubbish
rubies rubs rudder ruddy rude rudely rudeness rudimentary rudiments rueful ruefully ruff ruffian ruffians
ruffled ruffles ruffs rug rugged rugs ruin ruined ruining ruinous ruins rule ruled ruler rulers rules
ruling rum rumble rumbling ruminating rumination rummage rummaged rummaging rumor rumors rumour rumoured
rumours rumpled run runaway rung runner runners runnin running runs rupture rural rush rushed rushes
rushing russet rust rustic rustle rustled rustling rusty rut ruthless ruthlessly ruts sable sack sackcloth
sacks sacred sacredness sacrifice sacrificed sacrifices sacrificing sacrilege sad saddened sadder saddest
saddle saddled saddles sadly sadness safe safeguard safely safer safest safety saffron sagacious sagacity
sage sagely sages said sail sailed sailing sailor sailor's sailors sails saintly saith sake sakes salad
salary sale sales salesman salient sallied sallies sallow saloon saloons salt salted salts salty salutary
salutation salutations salute saluted salutes saluting salvation salve same sample samples sanatorium
sanctified sanction sanctioned sanctity sanctuary sanctum sandals sanded sandwiches sane sang sanguine
sanity sank sans sap sapling sapphire sarcasm sarcastic sarcastically sardonic sardonically sash sashes
sat satchel satiety satin satire satirical satirically satisfaction satisfactorily satisfactory satisfied
satisfy satisfying saturated saturnine sauce saucepan saucer saucers sauces saucy saunter sauntered
sauntering sausage sausages savage savagely savagery savages save saved saves saving savings savor savory
savour savoury saw sawdust sawed saws say sayest sayin saying sayings says scabbard scaffold scalded
scalding scale scaled scales scalp scalping scamp scamper scampered scampering scan scandal scandalized
scandalous scandals scanned scanning scant scantily scanty scapegrace scar scarce scarcely scarcity scare
scarecrow scared scarf scarfs scarred scars scarum scatter scattered scattering scene scenery scenes scent
scented scenting scents sceptical scepticism schedule scheme schemer schemes scheming scholar scholars
scholarship scholastic school schoolboy schoolboys schoolfellow schoolfellows schoolhouse schooling
schoolmaster schoolmistress schoolroom schools schooner science sciences scientific scissors scoffed scold
scolded scolding scolds scoop scooped scope scorched scorching score scored scores scorn scorned scornful
scornfully scorning scoundrel scoundrels scoured scourge scourged scouring scout scouts scowl scowled
scowling scramble scrambled scrambling scrap scrape scraped scrapes scraping scraps scratch scratched
scratches scratching scrawl scrawled scream screamed screaming screams screech screeching screen screened
screening screens screw screwed screwing screws scribbled scribbling scrimmage scroll scrolls scrub
scrubbed scrubbing scruple scrupled scruples scrupulous scrupulously scrutinised scrutinize scrutinized
scrutinizing scrutiny scud scuffle scuffling scullery sculptor sculpture sculptured scum scurrying scuttle
scuttled scythe se sea seafaring seal sealed seals sealskin seam seaman seaman's seamen seams seaport
search searched searchers searching searchingly seared seas seashore seaside season seasonable seasonably
seasoned seasons seat seated seating seats seaward seaweed sech secluded seclusion second secondary
seconded secondly seconds secrecy secret secretaries secretary's secreted secretly secrets sect section
sections secular secure secured securely securing securities security sedate sedative seduce seduced
seducer seduction seductive sedulously see seed seeds seeing seek seeker seeking seeks seem seemed seeming
seemingly seemly seems seen seer sees seest seething seize seized seizes seizing seizure seldom select
selected selecting selection self selfish selfishness sell sellers selling sells selves semblance semi
semicircle semicircular send sending sends senior seniors sensation sensational sensations sense sensed
senseless senses sensibilities sensibility sensible sensibly sensitive sensitiveness sensual sensuality
sensuous sent sentence sentenced sentences sententiously sentiment sentimental sentimentality
sentimentally sentiments sentinel sentinels sentries sentry separate separated separately separating
separation sepulchral sepulchre sequel sequence sequestered serenade serene serenely serenity serge series
serious seriously seriousness sermons serpents serried servant servant's servants serve served serves
service serviceable services servile servility serving servitude ses session set sets settee settin
setting settle settled settlement settlements settler settlers settles settling sevens seventeen seventy
sever several severally severe severed severely severer severest severity sew sewed sewing sewn sex sexes
sexual sh sha'n shabbily shabby shade shaded shades shading shadow shadowed shadowing shadows shadowy
shady shaft shafts shaggy shake shaken shakes shaking shaky shall shallow shallows shalt sham shambling
shame shamed shameful shamefully shameless shan't shanty shape shaped shapeless shapely shapes shaping
share shared shares sharing shark sharks sharpen sharpened sharpening sharper sharpest sharply sharpness
shattered shattering shave shaved shaven shaving shavings shawl shawls she she'd she'll she's sheaf
shearing shears sheath sheaves shed shedding sheds sheen sheep sheep's sheepish sheepishly sheer sheet
sheeted sheets shelf shell shells shelter sheltered sheltering shelves shepherd's shepherds shet shew
shewed shewn shield shields shift shifted shifting shiftless shifts shifty shilling shillings shimmer
shimmering shin shine shines shingle shining shiny ship ship's shipped shipping ships shipwreck
shipwrecked shirking shirt shirts shiver shivered shivers shoal shoals shock shocked shocking shockingly
shocks shod shoe shoemaker shoes shone shook shoot shooting shoots shop shopkeepers shopman shopping shops
shore shores shorn short shortcomings shorten shortened shortening shorter shortest shorthand shortly
shortness shortsighted shot shots should shoulder shouldered shouldering shoulders shouldn't shouldst
shout shouted shouting shouts shove shoved shovel shovels shoving show showed shower showered showers
showing shown shows showy shrank shreds shrewd shrewdly shrewdness shriek shrieked shrieking shrieks
shrill shrilly shrine shrink shrinking shrinks shrivelled shroud shrouded shrouds shrub shrubbery shrug
shrugged shrugging shrunk shrunken shudder shuddered shuddering shuffle shuffled shuffling shun shunned
shut shuts shutter shuttered shutters shutting shuttle shuttlecock shy shyly shyness sich sick sickened
sickening sickly sickness side sideboard sided sidelong sides sidewalk sidewalks sideways sidewise siding
sidled sidling siege sieve sifted sifting sigh sighed sighing sighs sight sighted sightedness sightless
sights sign signal signalled signals signature signed significance significant significantly signified
signifies signify signifying signing signs silence silenced silences silent silently silhouette silk
silken silks silky sill silly silvered silvery similar similarity similarly simile similitude simper
simpering simple simpler simplest simpleton simplicity simplified simply simulated simultaneous
simultaneously sin since sincere sincerely sincerest sincerity sinews sinewy sinful sing singed singer's
singers singing single singled singly sings singular singularity singularly sinister sink sinking sinks
sinned sinner sinners sinning sins sinuous sip sipped sipping sire sirs sister sister's sisterhood
sisterly sisters sit site sits sitters sittin sitting situated situation situations six sixpence sixpences
sixpenny sixteen sixteenth sixty size sized sizes skates skating skein skeleton skeletons skeptical sketch
sketched sketches sketching skies skiff skilful skilfully skill skilled skillful skim skimmed skimming
skin skinned skinny skins skip skipped skipper skipping skirmishes skirt skirted skirting skirts skulking
skull skulls skunk sky skylarking skylight slab slabs slack slacken slackened slain slam slammed slamming
slander slanderer slang slanted slanting slap slapped slapping slashed slashing slate slates slatternly
slaughter slaughtered slave slaved slavery slaves slavish slay sledge sleek sleep sleeper sleepers
sleepily sleeping sleepless sleeplessness sleeps sleepy sleeve sleeves sleigh slender slep slept slew
slice slices slick slicked slid slide slides sliding slight slighted slighter slightest slighting slightly
slights slily slime slimy sling slink slinking slip slipped slipper slippers slippery slipping slips slit
slits slop slope sloped slopes sloping slopped sloppy sloth slouched slouching slovenly slow slowed slower
slowly slowness sluggish sluice slumber slumbered slumbering slumbers slums slung slunk slush slut sly
slyly smack smacked smacking small smaller smallest smallness smallpox smart smarter smartest smarting
smartly smartness smash smashed smashing smear smeared smell smelled smelling smells smelt smile smiled
smiles smiling smilingly smirking smite smiting smitten smock smoke smoked smoker smokes smoking smoky
smooth smoothed smoothing smoothly smoothness smote smother smothered smothering smouldering smuggled
smugglers snack snail snails snake snakes snaky snap snapped snapping snappy snare snares snarl snarled
snarling snatch snatched snatches snatching sneak sneaked sneaking sneer sneered sneering sneeringly
sneers sneeze sneezed sneezes sneezing sniff sniffed sniffing snivelling snob snore snored snores snoring
snort snorted snorting snow snowdrops snowed snowflakes snows snowy snub snubbed snuff snuffed snuffling
snug snugly so so's soaked soaking soap soar soared soaring sob sobbed sobbing sober sobered soberly
sobriety sobs sociable sociably social socially society sock socket sockets socks sod soda sodden soever
sofa sofas soft soften softened softening softens softer softest softly softness soil soiled sojourn
solace solaced solar sold soldier soldier's soldiers soldiery sole solely solemn solemnity solemnly soles
solicit solicitation solicitations solicited soliciting solicitor solicitors solicitous solicitude solid
solidity solidly soliloquized soliloquy solitary solitude solitudes solution solve solved somber sombre
some somebody somebody's somehow someone something something's sometime sometimes someway somewhat
somewhere somewheres somnolent son son's song songs sonnets sonny sonorous sonorously sons soon sooner
soonest sooth soothe soothed soothing soothingly sooty sophistry soprano sordid sore sorely soreness
sorrel sorrow sorrowful sorrowfully sorrows sorry sort sorted sorting sorts sot sought soul soul's souled
souls sound sounded sounding soundings soundly sounds soup sour source sources soured sourly southward
sovereigns sow sowed sowing sown space spaces spacious spade spake span spar spare spared sparing
sparingly spark sparkle sparkled sparkles sparkling sparks sparrows spars spasm spasmodic spasmodically
spat speak speaker speaker's speakers speaking speaks spear spears spec special specialist specialized
specially species specific specified specimen specimens specious speck speckled specks spectacle
spectacled spectacles spectacular spectator spectators specter spectral spectre spectres speculate
speculated speculating speculation speculations speculative speculator sped speech speeches speechless
speed speedily speeding speedy spell spellbound spelling spells spelt spend spending spends spent sphere
spheres spice spices spicy spiders spied spies spikes spill spilled spilling spilt spin spinal spine
spinning spinster spire spires spirit spirited spiritless spirits spiritual spiritually spite spiteful
spits spitting spittle splash splashed splashes splashing spleen splendid splendidly splendor splendour
splendours splinter splintered splinters split splitting spluttering spoil spoiled spoiling spoils spoilt
spoke spoken spokes sponge spontaneous spontaneously spoon spoonful spoons sport sported sporting sportive
sports sportsman spot spotless spots spotted spouse spout spouted spouting spouts sprain sprained sprang
sprawled sprawling spray sprays spread spreading spreads spree sprig sprightliness sprightly spring
springing springtime sprinkled sprinkling sprite sprouting sprung spun spunk spur spurious spurn spurned
spurred spurs spurt sputtering spying squad squadrons squalid squall squalling squalls squalor squandered
squared squarely squares squaring squash squashed squat squatted squatting squaw squeak squeaked squeaking
squeal squealing squeamish squeeze squeezed squeezing squint squinting squire's squirming squirrel stab
stabbed stabbing stability stable stables staccato stack stacks staff stag stage stages stagger staggered
staggering staggers stagnant stagnation staid stain stained stains stair staircase stairs stairway stake
staked stakes stale stalk stalked stalking stalks stall stalls stalwart stammer stammered stammering stamp
stamped stamping stamps stan stand standard standards standing standpoint stands standstill stanzas staple
staples starboard starch starched starchy stare stared stares staring starlight starred starry start
started starting startle startled startling startlingly starts starvation starve starved starving state
stated stateliness stately statement statements stateroom statesman statesmen stating station stationary
stationed stationery stations statistics statue statues stature status statute staunch stave staved staves
stay stayed staying stays stead steadfast steadfastly steadied steadier steadily steadiness steady steak
steal stealing steals stealthily stealthy steam steamboat steamed steamer steamers steaming steeds steel
steely steep steeped steeple steer steered steering steersman stem stems stench stentorian step stepmother
stepped stepping steps stept sterling stern sternly sternness stew steward stewed stick sticking sticks
sticky stiff stiffen stiffened stiffening stiffest stiffly stiffness stifle stifled stifling stigma stile
still stilled stillness stilts stimulant stimulate stimulated stimulating stimulus sting stinging stings
stingy stink stinking stinks stipend stipulated stipulation stir stirred stirring stirrup stirrups stirs
stitch stitched stitches stitching stock stocked stocking stockinged stockings stocks stocky stoicism
stole stolen stolid stolidity stolidly stomach stomachs stones stony stood stool stools stoop stooped
stooping stoops stop stoppages stopped stopping stops stopt store stored stores storey storied stories
storm stormed storms stormy story stout stouter stoutly stove stow stowed straggled stragglers straggling
straight straighten straightened straightening straighter straightforward straightway strain strained
straining strains strait straitened stranded strands strange strangely strangeness stranger stranger's
strangers strangest strangle strangled strangling strap strapped strapping straps strata stratagem stratum
straw strawberries straws stray strayed straying streak streaked streaks stream streamed streaming streams
streets strength strengthen strengthened strengthening strenuous strenuously stress stretch stretched
stretches stretching strewed strewn stricken strict strictest strictly stride strident strides striding
strife strike strikes striking strikingly string strings strip stripe striped stripes stripling stripped
stripping strips strive striven striving strode stroke stroked strokes stroking stroll strolled strolling
strong stronger strongest stronghold strongly strove struck structure structures struggle struggled
struggles struggling strung strutting stubborn stubbornly stubbornness stucco stuck studded student
student's students studied studies studio studious studiously studs study studying stuff stuffed stuffing
stuffs stuffy stumble stumbled stumbling stump stumped stumps stung stunned stunt stunted stupefaction
stupefied stupendous stupid stupidity stupidly stupor sturdily sturdy style styled stylish suave suavely
suavity subdue subdued subduing subject subjected subjection subjects subjoined sublime sublimity
submarine submerged submission submissive submissively submit submitted submitting subordinate subscribe
subscribed subscription subsequent subsequently subservient subside subsided subsiding subsist subsisted
subsistence substance substances substantial substitute substituted substituting subterranean subtile
subtle subtler subtlest subtleties subtlety subtly suburban suburbs subway succeed succeeded succeeding
succeeds success successes successful successfully succession successive successively successor successors
succinctly succor succour succumbed such suck sucked sucking sudden suddenly suddenness suds sue suffer
suffered sufferer sufferers suffering sufferings suffers suffice sufficed sufficiency sufficient
sufficiently suffocated suffocating suffocation suffrage suffused sugar suggest suggested suggesting
suggestion suggestions suggestive suggestively suggests suicide suis suit suitable suitcase suite suited
suiting suitor suitors suits sulk sulkily sulking sulks sulky sullen sullenly sullenness sullied sully
sultry sum summarily summary summed summer summer's summers summit summits summon summoned summoning
summons sumptuous sumptuously sums sun sun's sunbeam sunbeams sundered sundown sundry sunflower sunflowers
sunk sunken sunlight sunlit sunning sunny sunrise suns sunset sunshine sunshiny sup super superb
supercilious superciliously superciliousness superficial superficially superfluous superhuman superintend
superintended superintendence superintending superior superiority superiors superlative supernatural
supernumerary superscription superseded superstition superstitions superstitious supervision supped supper
suppers supplement supplementary suppliant supplicating supplication supplications supplied supplies
supply supplying support supported supporter supporters supporting supports suppose supposed supposes
supposing supposition suppositions suppress suppressed suppressing suppression supremacy supreme supremely
sur surcharged sure surely surer surest surety surf surface surfaces surge surged surgeon surgeon's
surgery surges surgical surging surlily surly surmise surmised surmises surmount surmounted surname
surpass surpassed surpassing surplice surplus surprise surprised surprises surprising surprisingly
surrender surrendered surreptitious surreptitiously surround surrounded surrounding surroundings surrounds
survey surveyed surveying survival survive survived surviving survivors susceptibility susceptible suspect
suspected suspecting suspects suspend suspended suspense suspension suspicion suspicions suspicious
suspiciously sustain sustained sustaining sustenance swagger swaggering swaller swallow swallowed
swallowing swallows swam swamp swamps swans sward swarm swarmed swarming swarthy swathed sway swayed
swaying sways swear swearing swears sweat sweated sweater sweating sweep sweeping sweeps sweet sweetened
sweeter sweetest sweetheart sweethearts sweetly sweetmeats sweetness swell swelled swelling swells
sweltering swept swerve swerved swerving swift swifter swiftest swiftly swiftness swim swimmer swimming
swims swindle swindled swindler swindling swine swing swinging swings swirl swirling swish switch switched
swivel swollen swoon swooned swooning swoop swooping sword swords swore sworn swum swung sycamore syllable
syllables sylvan symbol symbols symmetrical symmetry sympathetic sympathetically sympathies sympathise
sympathised sympathising sympathize sympathized sympathizing sympathy symphony symptom symptoms system
systematic systematically systems tabernacle table tableau tablecloth tables tablet tablets tacit tacitly
taciturn taciturnity tack tacked tackle tackled tact tactful tactfully tactics tactless tag tail tailed
tailor tailor's tailors tails taint tainted take taken takes takin taking tale talent talented talents
tales talisman talk talkative talked talker talkin talking talks tall taller tallest tallow talons
tambourine tame tamed tamely tampered tan tandem tangible tangle tangled tank tankards tanned tantalizing
tantrums tap taper tapering tapers tapestry tapped tapping taps tardy target tarnished tarpaulin tarried
tarry tart tartly tarts task tasks tassel tassels taste tasted tasteful tastefully tastes tasting tasty
tat tattered tatters tattoo tattooed taught taunt taunting taunts taut tavern tawdry tawny tax taxed taxes
taxi tea teach teacher teachers teaches teaching teacups team teams teapot tear tearful tearing tears teas
tease teased teasing teatime technical technically tedious tediousness tedium teeming teens teeth telegram
telegrams telegraphed telephone telephoned telescope tell teller tellin telling tells temerity temper
temperament temperaments temperate temperature tempered tempers tempest tempests tempestuous temples
temporal temporarily temporary tempt temptation temptations tempted tempting ten tenacious tenacity tenant
tenants tend tended tendencies tendency tender tendered tenderer tenderest tenderly tenderness tending
tendons tendrils tenement tenets tenfold tennis tenor tens tense tension tent tentative tentatively tenths
tents tenure tepid ter term termed terminate terminated terminating termination terminus terms terra
terrace terraces terrestrial terrible terribly terrier terrific terrified terrify terrifying territory
terror terrors test tested tester testified testify testily testimonial testimonials testimonies testimony
testing tete text texts texture th than thank thanked thankful thankfully thankfulness thanking thankless
thanks that that'd that'll that's thatch thatched thaw thawed the theater theatres theatrical theatricals
thee theft their theirs them them's theme themes themselves then thence thenceforth thenceforward
theological theology theoretic theories theory there there'd there'll there's thereabouts thereafter
thereby therefore therefrom therein thereof thereon thereto thereupon therewith thermometer these they
they'd they'll they're they've thick thickened thickening thicker thickest thicket thickets thickly
thickness thief thieves thieving thigh thighs thimble thimbleful thin thine thing thing's things think
thinker thinkers thinkest thinkin thinking thinks thinly thinned thinner thinness thinnest third thirds
thirst thirsty thirteen thirty this thistles thither tho thong thorn thorns thorny thorough thoroughfare
thoroughfares thoroughly thoroughness those thou though thought thoughtful thoughtfully thoughtfulness
thoughtless thoughtlessly thoughtlessness thoughts thousand thousands thousandth thrash thrashed thrashing
thread threadbare threaded threading threads threat threaten threatened threatening threateningly
threatens threats three threepence threes threshing threshold threw thrice thrift thrifty thrill thrilled
thrilling thrills thrive thriving throat throats throb throbbed throbbing throbs throne thrones throng
thronged throttled through throughout throw throwed throwing thrown throws thrush thrust thrusting thrusts
thud thumb thumbs thump thumped thumping thunder thunderbolt thundered thundering thunderous thunders
thunderstruck thus thwart thwarted thy thyme thyself tick ticked ticket tickets ticking tickle tickled
tickling ticklish ticks tide tides tidings tidy tie tied tier ties tiger tigers tight tightened tightening
tighter tightly tights tiles till tilt tilted tilting timber timbers time timed timely times timid
timidity timidly timorous tin tincture tinctured tinder ting tinge tinged tingle tingled tingling tink
tinkle tinkled tinkling tins tinsel tint tinted tints tiny tip tipped tipping tips tipsy tiptoe tiptoed
tiptoeing tire tired tireless tires tiresome tiring tis tissue tissues tithe title titled titles titter
tittered tittering to toad toads toast toasted toasting tobacco today toddle toe toed toes together toil
toiled toilet toilette toilettes toiling toils toilsome token tokens told tolerable tolerably tolerance
tolerant tolerate tolerated toleration toll tolled tolling tomato tomatoes tomb tombstone tombstones
tomorrow ton tone toned tones tongs tongue tongued tongues tonic tonight tons too took tool tools tooth
toothache top topic topics topmost topped toppling tops topsy torch torches torchlight tore torment
tormented tormenting tormentor tormentors torments torn torpid torpor torrent torrents tortoise tortuous
torture tortured tortures torturing toss tossed tossing total totally totter tottered tottering touch
touched touches touching touchy tough toughest tour touring tourist tourists tousled tout tow toward
towards towed towel towels towered towering towers town town's towns townsman townspeople toy toys trace
traceable traced traces tracing track tracked tracks tract tractable tracts trade traded trader tradesman
tradesmen tradespeople trading tradition traditional traditionary traditions traffic tragedies tragedy
tragic tragical tragically trail trailed trailing trails train trained training trains trait traitor
traitors traits tram tramp tramped tramping trample trampled trampling tramps trams trance tranquil
tranquility tranquillity tranquilly transact transacted transaction transactions transcendent transcribe
transfer transferred transfigured transfixed transform transformation transformed transforming transient
transit transition transitory translate translated translation translations transmission transmitted
transom transparent transpired transplanted transport transportation transported transporting transports
trap trapped trappings traps trash travel traveled traveler travelers traveling travelled traveller
traveller's travellers travelling travels traverse traversed tray trays treacherous treacherously
treachery tread treading treason treasure treasured treasures treat treated treating treatise treatment
treats treaty treble tree trees treetops trellis tremble trembled trembles trembling tremblingly
tremendous tremendously tremor tremulous tremulously trenchant trencher trenches trend trepidation tres
trespass tresses trial trials triangular tribe tribes tribute trice trick tricked trickle trickled
trickling tricks tried tries trifle trifled trifles trifling trigger trim trimmed trimming trimmings
trinket trinkets trio trip triple tripped tripping trips trite triumph triumphal triumphant triumphantly
triumphed triumphs trivial trivialities triviality trod trodden trolley trollop trombone troop trooped
trooping troops trophies trophy tropical tropics trotted trotting trouble troubled troubles troublesome
troubling trough trouser trousers trowel trowsers truant truce truck trucks truculent trudged trudging
true truer truest truly trump trumpery trumpet trumpets trundled trunk trunks trussed trust trusted
trustees trustful trustfulness trusting trusts trustworthy trusty truth truthful truthfully truthfulness
truths try tryin trying tu tub tube tubes tubs tuck tucked tucking tuft tufted tufts tug tugged tugging
tuition tulips tumble tumbled tumbler tumblers tumbles tumbling tumult tumultuous tumultuously tune tuned
tunes tunic tunnel turban turbid turbulence turbulent turf turkeys turmoil turn turned turning turnings
turnip turnips turnkey turnpike turns turquoise turret turrets turtle turvy tusks tussle tut tutor tutors
twang twas tweed twelve twelvemonth twenties twentieth twenty twice twig twigs twilight twill twin twine
twined twinge twining twinkle twinkled twinkling twins twirl twirled twirling twist twisted twisting
twists twitch twitched twitching twitter twittering two twopence twopenny twos twould tying type types
typewriter typewriting typewritten typhoid typhus typical tyrannical tyranny tyrant ud uglier ugliest
ugliness ugly ull ulterior ultimate ultimately ultra um umbrella umbrellas un unable unaccompanied
unaccountable unaccountably unaccustomed unacquainted unaffected unaffectedly unaided unalterable
unaltered unamiable unanimity unanimous unanimously unanswerable unanswered unapproachable unarmed unasked
unassuming unattainable unattended unavailing unavoidable unavoidably unaware unawares unbarred unbearable
unbecoming unbelief unbelievable unbelieving unbending unbidden unborn unbound unbounded unbridled
unbroken unbuttoned uncalled uncanny uncarpeted unceasing unceasingly unceremoniously uncertain
uncertainly uncertainties uncertainty unchangeable unchanged unchanging unchecked unchristian uncivil
uncle's unclean uncles unclosed unclouded uncomfortable uncomfortably uncommon uncommonly uncompromising
unconcern unconcerned unconcernedly unconditionally uncongenial unconnected unconquerable unconscious
unconsciously unconsciousness uncontrollable uncontrolled uncouth uncovered unctuous uncultivated uncut
und undaunted undeceive undecided undefined undeniable undeniably under underbrush underclothing underfoot
undergo undergoing undergone undergraduate underground underhand underlings underneath understand
understanding understandings understands understood undertake undertaken undertaker undertaking
undertakings undertone undertook underwear underwent undesirable undeveloped undid undignified
undiminished undisciplined undiscovered undisguised undisturbed undivided undo undoing undone undoubted
undoubtedly undress undressed undressing undue undulating unduly undutiful undying une unearthed unearthly
uneasily uneasiness uneasy uneducated unemployed unending unendurable unequal unerring uneven uneventful
unexceptionable unexpected unexpectedly unexplained unexplored unfailing unfair unfairly unfaithful
unfamiliar unfasten unfastened unfathomable unfavorable unfavourable unfeeling unfeigned unfinished unfit
unfitness unfitted unfold unfolded unfolding unforeseen unfortunate unfortunately unfounded unfrequented
unfrequently unfriendly ungainly ungenerous ungentlemanly ungodly ungovernable ungracious ungraciously
ungrateful unguarded unhappily unhappiness unhappy unharmed unhealthy unheard unheeded unheeding
unhesitatingly unhinged unholy unhooked unhurt uniform uniformity uniformly uniforms unimaginable
unimpeachable unimportant uninhabited uninjured unintelligible unintentional unintentionally uninteresting
uninterrupted unique unison unit unite uniting unity universal universally universe universities unjust
unjustifiable unjustly unkempt unkind unkindly unkindness unknown unless unlike unlikely unlimited
unloaded unlock unlocked unlocking unlooked unluckily unlucky unmanly unmanned unmannerly unmarried
unmercifully unmindful unmingled unmistakable unmistakably unmixed unmolested unmoved unnatural
unnaturally unnecessarily unnecessary unnerved unnoticed unnumbered unobserved unobtrusive unobtrusively
unoccupied unopened unpacked unpaid unparalleled unpardonable unperceived unpleasant unpleasantly
unpleasantness unpleasing unpopular unpractised unprecedented unprepared unprincipled unprofessional
unprofitable unpromising unprotected unprovided unqualified unquestionable unquestionably unquestioned
unquiet unreal unreasonable unreasonably unreasoning unrelenting unrelieved unremitting unreservedly
unresisting unresponsive unrest unrestrained unrivalled unrolled unromantic unruffled unruly uns unsafe
unsaid unsatisfactory unsatisfied unscrupulous unseasonable unseeing unseemly unseen unselfish unsettled
unshaken unsightly unsociable unsophisticated unsought unspeakable unspeakably unspoken unstable
unsteadily unsteady unsubstantial unsuccessful unsuitable unsuited unsullied unsuspected unsuspecting
unsuspicious unsympathetic untasted unthinking untidy untie untied until untimely untiring unto untold
untouched untoward untried untrue untruth untutored untying unused unusual unusually unutterable
unutterably unwarrantable unwashed unwearied unwelcome unwell unwholesome unwieldy unwilling unwillingly
unwillingness unwise unwittingly unwonted unworldly unworthiness unworthy unwound unyielding up upbraid
upbraided upbraiding upheaval upheld uphill uphold upholstered upholsterer upholstery upland uplands
uplift uplifted uplifting upon upper uppermost upright uprising uproar ups upset upsets upsetting upshot
upside upstairs upstart uptown upturned upward upwards urbanity urchin urchins urge urged urgency urgent
urgently urges urging urn us usage usages use used useful usefulness useless uselessly uses ushered using
usual usually usurped usurper utensils utility utmost utter utterance utterances uttered uttering utterly
uttermost vacancy vacant vacantly vacated vacation vacations vagabond vagabonds vagaries vagrant vague
vaguely vagueness vain vainly vales valet valiant valiantly valid valise valleys valor valour valuable
valuables valuation value valued valueless values vampire vanish vanished vanishing vanities vanquished
vantage vapid vapor vapors vapour vapours variable variance variation variations varied variegated
varieties variety various variously varlet varnish varnished vary varying vase vases vast vastly vastness
vault vaulted vaults ve veal veered vegetable vegetables vegetation vehemence vehement vehemently vehicle
vehicles veil veiled veiling veils vein veined veins velocity velvet venerable venerated veneration
vengeance vengeful venial venison venom venomous vent vented ventilation venting venture ventured ventures
venturing ver veracity veranda verandah verbal verbs verdant verdict verdure verge verified verify verily
veritable vermilion vermin vernal verse versed verses version vertical vertically very vessel vessel's
vessels vest vested vestibule vestige vestments vestry veteran veterans vex vexation vexations vexatious
vexed vexing viands vibrant vibrate vibrated vibrating vibration vibrations vice vices vicinity vicious
viciously vicissitude vicissitudes victim victims victories victorious victors victory victuals view
viewed viewing views vigil vigilance vigilant vigils vigor vigorous vigorously vigour vile vilest villa
village villagers villages villain villainous villains villainy villany villas vindicate vindicating
vindication vindictive vine vinegar vines vineyards vintage viol violated violence violent violently
violets violin violins viper virginal virgins virile virtual virtually virtue virtues virtuous virtuously
vis visage visages visible visibly vision visionary visions visit visitant visitation visited visiting
visitor visitor's visitors visits vista vistas visual vital vitality vitally vitals vivacious vivacity
vivid vividly vividness vixen viz vocabulary vocal vocation vociferous vociferously vogue voice voiced
voices void volatile volcanic volcanoes volition volley volubility voluble volubly volume volumes
voluminous voluntarily voluntary volunteer volunteered voluptuous von voracious vortex votary vote voted
voters votes voting vouch vouchsafed vous vow vowed vowing vows voyage vulgar vulgarity vulgarly
vulnerable vulture vultures wad wadding waddling wade waded wading wafer wafers waft wafted wag wage wager
wages wagged wagging waggon waggons wagon wagons wags waif wail wailed wailing wails wainscot wainscoted
waist waistband waistcoat waistcoats waisted waists wait waited waiter waiters waitin waiting waitress
waits waive waived wake waked wakeful wakefulness waken wakened wakes waking walk walked walkin walking
walks wall walled wallet wallowed wallowing walls walnut waltz waltzes wampum wan wand wander wandered
wanderer wanderers wandering wanderings wanders wane waned waning wanly want wanted wanting wanton
wantonly wantonness wants war warbled warbling wardrobe wardrobes wards warehouse warehouses wares warfare
warily warlike warm warmed warmer warmest warming warmly warms warmth warn warn't warned warning warningly
warnings warped warrant warranted warrior warriors wars warts wary was wash washed washes washing
washstand wasn't wast waste wasted wasteful wastes wasting watch watched watcher watchers watches watchful
watchfulness watchin watching watchman water water's watered waterfall watering waterproof watery wave
waved waver wavered wavering waves waving wavy wax waxed waxen waxing way waylaid ways wayside wayward we
we'd we'll we're we've weak weaken weakened weakening weaker weakest weakling weakly weakness weaknesses
weal wealth wealthy weaned weapon weapons wear wearer wearied wearily weariness wearing wearisome wears
wearying weasel weather weave weaver weaver's weavers weaving web webs wed wedded wedding wedge wedged
wedlock wee weed weeding weeds weedy week week's weeks weep weeping weeps weigh weighed weighing weighs
weight weighted weights weighty weird welcome welcomed welcoming welded welfare well welled weltering
wench wenches went wept were weren't wert westward wet wetted wetting whack whales wharves what what'll
what's whatever whatsoever wheat wheedle wheedled wheedling wheel wheelbarrow wheeled wheeling wheels
wheeze wheezy when whence whenever where where's whereabouts whereas whereat whereby wherefore wherein
whereof whereon whereupon wherever wherewith whether whetstone whetted whey which whichever whiff while
whiles whilst whim whimper whimpered whimpering whims whimsical whimsically whine whined whining whip
whipped whipping whips whirl whirled whirling whirlpool whirls whirlwind whirring whisk whisked whiskered
whiskers whiskey whisky whisper whispered whispering whisperings whispers whist whistle whistled whistles
whistling white whitened whiteness whiter whites whitest whitewash whitewashed whitey whither whitish whiz
whizzed who who'd who'll who's whoever whole wholesale wholesome wholly whom whomsoever whoop whooping
whores whose whosoever why wi wick wicked wickedly wickedness wicker wicket wid widder wide widely widened
widening wider widespread widest widow widow's widowed widower widowhood widows width wielded wife wife's
wifely wig wigs wigwam wigwams wild wilder wilderness wildest wildly wildness wilds wiles wilful wilfully
wilfulness will willed willin willing willingly willingness willow willows wilt wilted wily win wince
winced winch wincing wind winded winder winding windings window windows winds windward windy wine wines
wing winged wings wink winked winking winner winning wins winsome winter winter's wintry wipe wiped wiping
wire wired wires wiry wisdom wise wisely wiser wisest wish wished wishes wishing wisht wisp wisps wistful
wistfully wistfulness wit wit's witch witchcraft with withal withdraw withdrawal withdrawing withdrawn
withdrew wither withered withering withheld withhold withholding within without withstand withstood
witness witnessed witnesses witnessing wits witted witticism witty wives wizard wizened woe woeful
woefully woes woke wolf wolves woman woman's womanhood womanish womankind womanly womb women women's won
won't wonder wondered wonderful wonderfully wondering wonderingly wonderment wonders wondrous wondrously
wont wonted woo wood wood's wooded wooden woodland woods woodshed woodwork woody wooed wooing wool woolen
woollen woolly word wording words wore work worked worker workers workin working workings workman
workmanship workmen works workshop world world's worldly worlds worm wormed worms worn worried worries
worrit worry worrying worse worship worshipful worshipped worshipper worshippers worshipping worships
worst worsted worth worthier worthless worthy wot would wouldn't wouldst wound wounded wounding wounds
wove woven wraith wrangling wrap wrapped wrapper wrappers wrapping wraps wrapt wrath wrathful wreak wreath
wreathed wreaths wreck wrecked wrecks wrenched wrenching wrest wrested wrestled wrestling wretch wretched
wretchedly wretchedness wretches wriggled wriggling wring wringing wrinkle wrinkled wrinkles wrinkling
wrist wrists writ write writer writer's writers writes writhe writhed writhing writing writings written
wrong wronged wrongfully wrongly wrongs wrote wrought wrung wry yacht yah yard yards yarn yarns yawn
yawned yawning yawns ye ye'll yea year year's yearly yearn yearned yearning yearnings years yeast yell
yelled yelling yellow yellowish yells yelp yelped yelping yeoman yer yerself yes yesterday yesterday's yet
yield yielded yielding yields yo yoke yon yonder yore you you'd you'll you're you've young younger
youngest youngster youngsters your yourn yours yourself yourselves youth youth's youthful youthfulness
youths zeal zealous zenith zero zest zigzag zone
    """.split()
)
