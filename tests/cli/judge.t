# Judgements: dated, reasoned, revocable acts of an editor on the record. Each says what follows
# from it, and nothing disappears; by hand there must be something to judge.
$ travaux init --negotiation ferry --title 'Strait ferry treaty' --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term guarantee=text:'Security of the strait' > made.txt
$ travaux draft add n-0301 --dated 2031-03-01 --by N > made.txt
$ travaux draft add n-0302 --dated 2031-03-02 --by N --follows n-0301 > made.txt
$ travaux draft add s-0303 --dated 2031-03-03 --by S --follows n-0302 > made.txt
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half' --basis document --draft n-0301 fare_share=50%
added report 39dd11 Norland Post, 2 Mar 2031
  Share of the fares   50%   (first reported)
$ travaux add --outlet 'The Strait' --published 2031-03-03 --title 'All' --basis secondary --cites 'Norland Post' --draft n-0301 fare_share=100%
added report d941e9 The Strait, 3 Mar 2031
  Share of the fares   [50% | 100%]   (first reported)
$ travaux add --outlet 'Suderland Radio' --published 2031-03-04 --title 'Patrols' --basis anonymous guarantee=patrols
added report 9b3c36 Suderland Radio, 4 Mar 2031
1 claim that names no draft: travaux background
# --- prefer: it leads, and no more: a bracket stays a bracket ---
$ travaux judge prefer d941 --draft n-0301 --term fare_share --reason 'its reporter saw the text' --by Ann --dated 2031-03-05
added judgement 3ee448 prefer
  n-0301   Share of the fares   [50% | 100%] → [100% | 50%]
# --- deprecate ---
$ travaux judge deprecate d941e9 --draft n-0301 --reason 'garbles what it cites' --dated 2031-03-06
added judgement c7635a deprecate
  n-0301   Share of the fares   [100% | 50%] → 50%
$ travaux show n-0301 | grep -c '50%'
1
# --- withdraw takes it back ---
$ travaux judge withdraw c763 --reason 'it says the same elsewhere' --dated 2031-03-07 --dry-run
would add judgement b54eca withdraw
  n-0301   Share of the fares   50% → [100% | 50%]
# --- attribute: a claim that names no draft is about this one ---
$ travaux judge attribute 9b3c36 --term guarantee --draft n-0302 --reason 'published when that draft was out' --dated 2031-03-08
added judgement 4cdb2a attribute
  n-0302   Security of the strait   not reported → patrols
$ travaux background
no background
# --- same-draft: one draft, shown under the first key ---
$ travaux judge same-draft n-0301 n-0302 --reason 'one text, two datelines' --dated 2031-03-09
added judgement cf1127 same_draft
  n-0301   Security of the strait   not reported → patrols
n-0301 is one draft with n-0302
# --- retract: all that a report tells ---
$ travaux judge retract 39dd11 --reason 'withdrawn by the paper' --dated 2031-03-10
added judgement 5c8682 retract
  n-0301   Share of the fares   50% → not reported
# The same once more is nothing new.
$ travaux judge retract 39dd11 --reason 'withdrawn by the paper' --dated 2031-03-10
nothing new: 1 record is there already
# Without --dated it counts from today on.
$ travaux judge retract d941e9 --reason 'a copy' --dry-run --json | sed -n 2,3p
  "dry_run": true,
  "added": {"negotiation": 0, "party": 0, "term": 0, "outlet": 0, "draft": 0, "report": 0, "judgement": 1},
$ test "$(travaux judge retract d941e9 --reason 'a copy' --json | sed -n 's/.*"id": "\([0-9a-f]*\)".*/\1/p' | xargs travaux show --json | grep -o '"dated":"[-0-9]*"' | tail -c 12)" = "$(date -u +%F)\"" && echo today
today
# What was judged is in the log like any record, and nothing is gone.
$ travaux reports | wc -l; travaux log | grep -c 'judge '
6
6
# As JSON records the same acts are added; each has exactly its own targets.
$ cat > acts.jsonl <<'END'
> {"record": "judgement", "negotiation": "ferry", "act": "retract", "dated": "2031-03-11", "reason": "r", "report": "9b3c36"}
> {"record": "judgement", "negotiation": "ferry", "act": "deprecate", "dated": "2031-03-11", "reason": "r", "report": "9b3c36", "term": "guarantee"}
> {"record": "judgement", "negotiation": "ferry", "act": "prefer", "dated": "2031-03-11", "reason": "r", "report": "39dd11", "draft": "n-0301", "term": "fare_share"}
> {"record": "judgement", "negotiation": "ferry", "act": "attribute", "dated": "2031-03-11", "reason": "r", "report": "9b3c36", "term": "guarantee", "draft": "s-0303"}
> {"record": "judgement", "negotiation": "ferry", "act": "same_draft", "dated": "2031-03-11", "reason": "r", "keys": ["n-0301", "s-0303"]}
> {"record": "judgement", "negotiation": "ferry", "act": "withdraw", "dated": "2031-03-11", "reason": "r", "judgement": "5c8682", "by": "Ben"}
> {"record": "judgement", "negotiation": "ferry", "act": "forget", "dated": "2031-03-11", "reason": "r", "id": "9b3c36"}
> END
$ travaux add --dry-run acts.jsonl
would add 7 judgements
report 9b3c36 Suderland Radio, 4 Mar 2031 would be gone from this file for good
exports and copies made earlier still hold the text
$ sed -n 6p acts.jsonl | sed 's/"judgement": "5c8682", //' | travaux add -
travaux: standard input:1: the act 'withdraw' needs 'judgement'
[2]
$ sed -n 1p acts.jsonl | sed 's/"report": "9b3c36"/"report": "9b3c36", "draft": "n-0301"/' | travaux add -
travaux: standard input:1: /draft: the act 'retract' has no 'draft'
[2]
# --- slips ---
$ cp travaux.db before.db
$ travaux judge retract 39dd11
travaux: judge retract needs --reason
hint: travaux help judge retract shows examples
[2]
$ travaux judge rectract 39dd11 --reason r
travaux: unknown command 'judge rectract'
hint: did you mean 'travaux judge retract'?
[2]
$ travaux judge retract 39dd11 39dd11 --reason r
travaux: judge retract takes only REPORT, but '39dd11' is given as well
hint: travaux help judge retract shows examples
[2]
$ travaux judge retract 0000 --reason r
travaux: 0000: no report's id begins with '0000'
hint: travaux log lists ids
[2]
$ travaux judge retract xyz --reason r
travaux: xyz: 'xyz' is no id
hint: an id has 64 hexadecimal digits, in small letters; its first 4 or more will do where they are unique
[2]
$ travaux judge retract 5c8682 --reason r
travaux: 5c8682: no report's id begins with '5c8682'
hint: travaux log lists ids
[2]
$ travaux judge deprecate 39dd11 --draft n-0303 --reason r
travaux: --draft 'n-0303': draft 'n-0303' is declared nowhere
hint: did you mean 'n-0301'? To declare it: travaux draft add n-0303
[2]
$ travaux judge deprecate 39dd11 --draft s-0303 --reason r
travaux: report 39dd11 (Norland Post) makes no claim in s-0303
hint: travaux show 39dd11 lists what it claims
[2]
$ travaux judge prefer 39dd11 --draft n-0301 --term guarantee --reason r
travaux: report 39dd11 (Norland Post) makes no claim on guarantee in n-0301
hint: travaux show 39dd11 lists what it claims
[2]
$ travaux judge prefer 39dd11 --draft n-0301 --reason r
travaux: judge prefer needs --term
hint: travaux help judge prefer shows examples
[2]
$ travaux judge attribute 39dd11 --draft n-0302 --term fare_share --reason r
travaux: report 39dd11 (Norland Post) makes no claim on fare_share that names no draft
hint: travaux show 39dd11 lists what it claims
[2]
$ travaux judge attribute 9b3c36 --draft n-0302 --term garantee --reason r
travaux: --term 'garantee': unknown term 'garantee'
hint: did you mean 'guarantee'? if not, declare it: travaux term add garantee --title "…" --kind percentage
[2]
$ travaux judge withdraw 39dd11 --reason r
travaux: 39dd11: no judgement's id begins with '39dd11'
hint: travaux log lists ids
[2]
$ travaux judge retract 39dd11 --reason r --dated 02/03/2031
travaux: '02/03/2031' does not say which is the day
hint: write the year first: 2031-MM-DD, or a month by its name: 3 Feb 2031
[2]
$ travaux judge same-draft n-0301 --reason r
travaux: judge same-draft needs DRAFT DRAFT…
hint: travaux help judge same-draft shows examples
[2]
$ travaux judge same-draft n-0301 n-0301 --reason r
travaux: n-0301: 'n-0301' stands twice in 'keys'
[2]
$ travaux judge same-draft n-0301 s-0304 --reason r
travaux: s-0304: draft 's-0304' is declared nowhere
hint: did you mean 's-0303'? To declare it: travaux draft add s-0304
[2]
$ cmp before.db travaux.db
# Drafts that follow one another in between cannot be one: that would be a circle.
$ travaux draft add n-0304 --follows s-0303 > made.txt; travaux judge same-draft s-0303 n-0304 n-0302 --reason r > made.txt; travaux undo > made.txt
$ travaux judge same-draft n-0304 n-0302 --reason r; travaux undo | sed 's/of .*:/of TIME:/'
travaux: as one draft they put drafts in a circle: n-0301 follows or amends s-0303 follows or amends n-0301
hint: leave out the key that does not belong there, or mend what it follows: travaux draft edit
took back draft add of TIME: draft n-0304
# Several ids that begin alike are answered with what they are.
$ awk 'BEGIN { for (i = 0; i < 700; i++) printf "{\"record\": \"report\", \"negotiation\": \"ferry\", \"outlet\": \"Ay\", \"title\": \"T%d\", \"published\": \"2031-04-01\"}\n", i }' | travaux add -
added 700 reports
$ PREFIX=$(travaux reports --format csv | cut -c 1-4 | sort | uniq -d | head -n 1); travaux judge retract $PREFIX --reason r 2>&1 | sed "s/'$PREFIX'/'PREFIX'/; s/$PREFIX[0-9a-f]*/ID/g"
travaux: ID: several ids begin with 'PREFIX'
hint: give more digits: report ID (Ay), report ID (Ay)
