# Recording by somebody who has never seen JSON: a deal is declared, reports are added by a line
# each, what was wrong is edited, and a timeline comes out.
$ travaux --version | sed 's/[0-9][0-9.]*$/VERSION/'
travaux VERSION
# --- the deal ---
$ travaux init --negotiation ferry --title 'Strait ferry treaty' \
>   --party N=Norland --party S=Suderland \
>   --term fare_share=percentage:'Share of the fares' --term loan=money:'Loan for the ships' \
>   --term language=text
made travaux.db
added 3 terms, 2 parties, 1 negotiation
$ travaux term add guarantee --title 'Security of the strait' --kind level --favours S \
>   --level consultations --level patrols --level treaty
added term guarantee: Security of the strait
# What is declared is listed in the order of declaring; a title was made of the key.
$ travaux terms
term        title                   kind   favours
fare_share  Share of the fares      percentage
loan        Loan for the ships      money
language    Language                text
guarantee   Security of the strait  level  S
what they mean, their levels and bases: --all
$ travaux parties
key  name
N    Norland
S    Suderland
# --- three reports ---
$ travaux add --outlet 'Norland Post' --published 2031-03-02 --title 'Half for each' --basis document \
>   --draft n-0301 --dated 2031-03-01 --by N fare_share='50% of fares' loan='USD 20 million' guarantee=absent
added report 1e4a9d Norland Post, 2 Mar 2031, and draft n-0301
  Share of the fares       50% of fares     (first reported)
  Loan for the ships       USD 20 million   (first reported)
  Security of the strait   absent           (first reported)
# Try first what would happen: it says the same and changes nothing.
$ cp travaux.db before.db
$ cat > second <<'END'
> travaux add --outlet 'The Strait' --published 2031-03-09 --title 'South wants two thirds' --basis secondary \
>   --cites 'Suderland Radio' --draft s-0308 --presented 2031-03-08 --by S --follows n-0301 \
>   fare_share='up to two thirds' guarantee=patrols "$@"
> END
# A value that cannot be read is refused in the words of the command line.
$ sh second
travaux: fare_share=up to two thirds: the value 'up to two thirds' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
$ sed -i "s/up to two thirds/up to 66% of fares/" second
$ sh second --dry-run > dry.txt; cmp before.db travaux.db; sh second > real.txt
$ sed 's/^would add/added/' dry.txt | cmp - real.txt; cat real.txt
added report a3bfbf The Strait, 9 Mar 2031, and draft s-0308
  Share of the fares       50% of fares → up to 66% of fares   (loosened against n-0301, 1 Mar)
  Security of the strait   absent → patrols                    (against n-0301, 1 Mar)
silent on 1 term that n-0301 stated: loan
$ travaux add --outlet 'Norland Post' --published 2031-04-20 --title 'Agreed' --basis text \
>   --draft j-0420 --dated 2031-04-20 --by N --by S --follows s-0308 \
>   fare_share='60% of fares' loan='USD 30 million' guarantee=patrols language='both, each equal'
added report a14829 Norland Post, 20 Apr 2031, and draft j-0420
  Share of the fares       up to 66% of fares → 60% of fares   (tightened against s-0308, 8 Mar)
  Loan for the ships       USD 20 million → USD 30 million     (raised by USD 10 million (ratio 1.5) against n-0301, 1 Mar)
  Language                 both, each equal                    (first reported)
  Security of the strait   patrols                             (as in s-0308, 8 Mar)
# The same line once more is nothing new.
$ sh second
nothing new: 2 records are there already
# --- what comes out ---
$ travaux changes fare_share loan
Strait ferry treaty                                    3 reports, to 20 Apr 2031

Share of the fares                                                    fare_share
  1 Mar   n-0301   50% of fares        + first reported
                   1 report, 1 origin (Norland Post)
  8 Mar   s-0308   up to 66% of fares  ~ loosened
                   1 report, 1 origin (Suderland Radio)
  20 Apr  j-0420   60% of fares        ~ tightened
                   1 report, 1 origin (Norland Post)

Loan for the ships                                                          loan
  1 Mar   n-0301   USD 20 million      + first reported
                   1 report, 1 origin (Norland Post)
  20 Apr  j-0420   USD 30 million      ~ raised by USD 10 million (ratio 1.5)
                   1 report, 1 origin (Norland Post)
$ travaux changes guarantee --toward S | sed -n 4,5p
  8 Mar  s-0308   patrols  + added (against n-0301)  → S
                  1 report, 1 origin (Suderland Radio)
$ travaux export -o timeline.md; head -n 1 timeline.md | tr -d "#"
wrote timeline.md
 Strait ferry treaty
# --- mending ---
# What no option names stays; the record that was mended is kept, and marked in the log.
$ travaux draft edit s-0308 --title 'The South answers' --presented 2031-03-07
changed draft s-0308: title, presented
$ travaux term edit loan --favours S
changed term loan: favours
$ travaux party edit S --name 'Republic of Suderland'
changed party S: name
$ travaux party add east --name Eastmark
added party east: Eastmark
$ travaux outlet add 'Suderland Radio' --alias SR --alias 'Radio Suderland'
added outlet Suderland Radio
$ travaux outlet edit 'Suderland Radio' --alias SR
changed outlet Suderland Radio: alias
$ travaux draft add n-0501 --dated 2031-05-01 --by N --amends j-0420
added draft n-0501
# Nothing is changed by an edit that says what is recorded.
$ cp travaux.db before.db; travaux party edit east --name Eastmark; cmp before.db travaux.db
travaux: party 'east' says that already
hint: travaux help party edit lists what can be changed
# A draft that is recorded is not declared again otherwise.
$ travaux draft add n-0501 --dated 2031-05-02; cmp before.db travaux.db
travaux: draft 'n-0501' is recorded already, and not like this
hint: travaux draft edit 'n-0501' with the same options changes it
$ travaux add --outlet SR --published 2031-05-03 --title T --draft n-0501 --dated 2031-05-02 loan=absent; cmp before.db travaux.db
travaux: --draft 'n-0501': draft 'n-0501' is recorded or given elsewhere, and says less or otherwise there
hint: travaux draft edit n-0501 changes what is recorded of it
# --- did you mean ---
$ travaux chnages
travaux: unknown command 'chnages'
hint: did you mean 'travaux changes'?
[2]
$ travaux changes --sinse 2031-03-01
travaux: unknown option '--sinse'
hint: did you mean --since?
[2]
$ travaux changes guarantees
travaux: unknown term 'guarantees'
hint: did you mean 'guarantee'? if not, declare it: travaux term add guarantees --title "…" --kind percentage
[2]
$ travaux show s-038
travaux: unknown draft 's-038'
hint: did you mean 's-0308'?
[2]
$ travaux changes --by esat
travaux: unknown party 'esat'
hint: did you mean 'east'?
[2]
$ travaux add --outlet SR --published 2031-05-03 --title T --draft n-0501 laon=absent
travaux: laon=absent: unknown term 'laon'
hint: did you mean 'loan'? if not, declare it: travaux term add laon --title "…" --kind percentage
[2]
# The line that the hint ends with does declare it.
$ travaux term add laon --title "…" --kind percentage --dry-run
would add term laon: …
# --- the log ---
# Everything that was recorded, in that order, by which command; ids are shown as ID here.
$ travaux log | cut -c 19- | sed 's/ [0-9a-f]\{6\} / ID /'
init          negotiation ID  ferry            Strait ferry treaty
init          party       ID  N                Norland
init          party       ID  S                Suderland (superseded)
init          term        ID  fare_share       Share of the fares
init          term        ID  loan             Loan for the ships (superseded)
init          term        ID  language         Language
term add      term        ID  guarantee        Security of the strait
add           draft       ID  n-0301
add           report      ID                   Norland Post
add           draft       ID  s-0308           (superseded)
add           report      ID                   The Strait
add           draft       ID  j-0420
add           report      ID                   Norland Post
draft edit    draft       ID  s-0308           The South answers
term edit     term        ID  loan             Loan for the ships
party edit    party       ID  S                Republic of Suderland
party add     party       ID  east             Eastmark
outlet add    outlet      ID  Suderland Radio  Suderland Radio (superseded)
outlet edit   outlet      ID  Suderland Radio  Suderland Radio
draft add     draft       ID  n-0501
$ travaux log | cut -c 1-16 | grep -v '^20[0-9][0-9]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]$'
[1]
$ travaux check
travaux.db: sound
