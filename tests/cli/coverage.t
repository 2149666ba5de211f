# Terms by drafts at a glance: a letter a stance, a small one where the amended draft says so.
$ travaux init > made.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"US","name":"US"}],"terms":[{"key":"share","title":"Share","kind":"percentage","variants":["shore"]},{"key":"law","title":"Law","kind":"flag"},{"key":"fund","title":"Fund","kind":"money"},{"key":"seat","title":"Seat","kind":"text"},{"key":"a_term_whose_name_is_so_long_that_drafts_would_have_no_room","title":"Long","kind":"text"}]}
> {"record":"draft","negotiation":"d","key":"d1","dated":"2025-01-10"}
> {"record":"draft","negotiation":"d","key":"d2","dated":"2025-02"}
> {"record":"draft","negotiation":"d","key":"d3","amends":"d1","follows":["d2"]}
> {"record":"report","negotiation":"d","outlet":"A","title":"T","published":"2025-01-11","claims":[{"draft":"d1","term":"share","value":"50%"},{"draft":"d1","term":"share:shore","stance":"included"},{"draft":"d1","term":"law","stance":"deferred"},{"draft":"d2","term":"law","stance":"absent"},{"draft":"d3","term":"law","value":"yes"},{"draft":"d2","term":"a_term_whose_name_is_so_long_that_drafts_would_have_no_room","value":"x"}]}
> {"record":"report","negotiation":"d","outlet":"B","title":"T","published":"2025-03-11","claims":[{"draft":"d1","term":"share","value":"60%"}]}
> END
$ travaux add deal.jsonl > added.txt
$ travaux coverage
Deal                                                   2 reports, to 11 Mar 2025

  10 Jan 2025  ┌ d1
  Feb 2025     │ ┌ d2
  undated      │ │ ┌ d3
  share        B . b
  share:shore  I . i
  law          D A S
  a_term_whose_name_is_so_long_that_drafts_would_have_no_room
               . S .

S stated   I included   D deferred   A absent   B bracketed   . not reported
a small letter: as in the draft that it amends
2 terms of which no report speaks; --all shows them
$ travaux coverage --all --known-by 2025-03-01
Deal                                                    1 report, to 11 Jan 2025

  10 Jan 2025  ┌ d1
  Feb 2025     │ ┌ d2
  undated      │ │ ┌ d3
  share        S . s
  share:shore  I . i
  law          D A S
  fund         . . .
  seat         . . .
  a_term_whose_name_is_so_long_that_drafts_would_have_no_room
               . S .

S stated   I included   D deferred   A absent   B bracketed   . not reported
a small letter: as in the draft that it amends
as known by 1 Mar 2025; what was published later is left out
$ travaux coverage --known-by 2025-01-01
no drafts known by 1 Jan 2025
$ travaux coverage --format csv
draft,dated,share,share:shore,law,fund,seat,a_term_whose_name_is_so_long_that_drafts_would_have_no_room
d1,2025-01-10,bracketed,included,deferred,,,
d2,2025-02,,,absent,,,stated
d3,,bracketed (inherited),included (inherited),stated,,,
$ travaux coverage --json
{
  "negotiation": "d",
  "known_by": null,
  "terms": ["share", "share:shore", "law", "fund", "seat", "a_term_whose_name_is_so_long_that_drafts_would_have_no_room"],
  "drafts": [
    {"draft": "d1", "dated": "2025-01-10", "cells": [{"term": "share", "cell": "bracketed", "inherited": false}, {"term": "share:shore", "cell": "included", "inherited": false}, {"term": "law", "cell": "deferred", "inherited": false}]},
    {"draft": "d2", "dated": "2025-02", "cells": [{"term": "law", "cell": "absent", "inherited": false}, {"term": "a_term_whose_name_is_so_long_that_drafts_would_have_no_room", "cell": "stated", "inherited": false}]},
    {"draft": "d3", "dated": null, "cells": [{"term": "share", "cell": "bracketed", "inherited": true}, {"term": "share:shore", "cell": "included", "inherited": true}, {"term": "law", "cell": "stated", "inherited": false}]}
  ]
}
$ travaux coverage --format md
| Term | d1 | d2 | d3 |
| --- | --- | --- | --- |
| Share | bracketed | | bracketed (inherited) |
| Share: shore | included | | included (inherited) |
| Law | deferred | absent | stated |
| Fund | | | |
| Seat | | | |
| Long | | stated | |
# Many drafts stand in several blocks, each without the terms that are silent in it.
$ travaux --db many.db init > made.txt
$ { echo '{"record":"negotiation","key":"n","title":"Long talks","terms":[{"key":"early","title":"E","kind":"text"},{"key":"late","title":"L","kind":"text"},{"key":"never","title":"N","kind":"text"}]}'
>   for i in $(seq -w 1 40); do
>     echo '{"record":"draft","negotiation":"n","key":"draft-'$i'","dated":"20'$i'-06-01"}'
>     [ $i -lt 30 ] && term=early || term=late
>     echo '{"record":"report","negotiation":"n","outlet":"A","title":"T","published":"20'$i'-06-02","claims":[{"draft":"draft-'$i'","term":"'$term'","value":"x"}]}'
>   done; } | travaux --db many.db add --quiet - > added.txt
$ travaux --db many.db coverage | grep -v '│ │ ┌'
Long talks                                             40 reports, to 2 Jun 2040

  1 Jun 2001  ┌ draft-01
  1 Jun 2002  │ ┌ draft-02
  early       S S S S S S S S S S S S S S S S S S S S S S S S S S S S S

  1 Jun 2030  ┌ draft-30
  1 Jun 2031  │ ┌ draft-31
  late        S S S S S S S S S S S

S stated   I included   D deferred   A absent   B bracketed   . not reported
1 term of which no report speaks; each block leaves out what is silent in it; --all shows them
# The real negotiation in one block.
$ travaux --db m.db init > made.txt; travaux --db m.db add "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
$ travaux --db m.db coverage | sed -n '3,24p;/^S stated/,$p'
  7 Feb 2025                    ┌ us-0207
  12 Feb 2025                   │ ┌ us-0212
  14 Feb 2025                   │ │ ┌ us-0214
  14 Feb 2025                   │ │ │ ┌ us-0214-munich
  12–20 Feb 2025                │ │ │ │ ┌ us-0220
  19–21 Feb 2025                │ │ │ │ │ ┌ ua-0221
  21 Feb 2025                   │ │ │ │ │ │ ┌ us-0221
  22 Feb 2025                   │ │ │ │ │ │ │ ┌ ua-0222
  22 Feb 2025                   │ │ │ │ │ │ │ │ ┌ us-0222
  23 Feb 2025                   │ │ │ │ │ │ │ │ │ ┌ us-0223
  21–24 Feb 2025                │ │ │ │ │ │ │ │ │ │ ┌ ax-0224
  24 Feb 2025                   │ │ │ │ │ │ │ │ │ │ │ ┌ us-0224
  25 Feb 2025                   │ │ │ │ │ │ │ │ │ │ │ │ ┌ us-0225
  23 Mar 2025                   │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ us-0323
  11–16 Apr 2025                │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ us-04
  17 Apr 2025                   │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ mou-0417
  26–27 Apr 2025                │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ j-0427
  30 Apr 2025                   │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ j-0430
  30 Apr 2025                   │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ │ ┌ lpa-0430
  revenue_share                 S S S . . . B . . . S S S B . . . S .
  revenue_share:deoccupied      . . . . . . S . . . . . . . . . . . .
  revenue_share:infrastructure  . . . . . . . . . . . . . S . . . . .
S stated   I included   D deferred   A absent   B bracketed   . not reported
5 terms of which no report speaks; --all shows them
