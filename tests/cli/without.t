# What if? The same answer as if a report, or all that goes back to one outlet alone, were not there.
$ travaux init > made.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"A","name":"A"},{"key":"B","name":"B"}],"terms":[{"key":"share","title":"Share","kind":"percentage","favours":"A"},{"key":"law","title":"Law","kind":"text"}],"outlets":[{"name":"Cable","aliases":["CBL"]}]}
> {"record":"draft","negotiation":"d","key":"d1","dated":"2025-01-10"}
> {"record":"draft","negotiation":"d","key":"d2","dated":"2025-02-01"}
> {"record":"report","negotiation":"d","outlet":"CBL","title":"First","published":"2025-01-11","claims":[{"draft":"d1","term":"share","value":"50%"},{"draft":"d2","term":"share","value":"60%"}]}
> {"record":"report","negotiation":"d","outlet":"Daily","title":"Retold","published":"2025-01-12","basis":"secondary","cites":[{"outlet":"Cable"}],"claims":[{"draft":"d1","term":"share","value":"55%"},{"draft":"d1","term":"law","value":"X"}]}
> {"record":"report","negotiation":"d","outlet":"Express","title":"Two sources","published":"2025-02-02","cites":[{"outlet":"Cable"},{"outlet":"Wire"}],"claims":[{"draft":"d2","term":"share","value":"70%"}]}
> END
$ travaux add deal.jsonl > added.txt
$ travaux show d1
d1                                                             dated 10 Jan 2025
by not known · 2 reports, 1 origin (Cable)
  Share   [55%     1 report, 1 origin (Cable, also of the other)
          | 50%]   1 report, 1 origin (Cable, also of the other)
  Law     X        1 report, 1 origin (Cable)
# Of an outlet, by any of its names: what others repeat from it goes too, what has another possible
# origin stays.
$ travaux show d1 --without cbl
d1                                                             dated 10 Jan 2025
by not known · no report tells what it holds
silent on 2 terms; --all names them
without Cable; what goes back to it alone is left out
$ travaux diff d1 d2
d1 (10 Jan 2025)  →  d2 (1 Feb 2025)
  ~ Share   [55% | 50%] → [70% | 60%]: raised by 5 to 20 points  → A
  · Law     X → not reported (no change is known)
$ travaux diff d1 d2 --without Cable
d1 (10 Jan 2025)  →  d2 (1 Feb 2025)
  + Share   first reported: 70%
without Cable; what goes back to it alone is left out
$ travaux changes share --without Cable
Deal                                                    3 reports, to 2 Feb 2025

Share                                                                      share
  1 Feb  d2   70%  + first reported
              1 report, 1–2 origins

without Cable; what goes back to it alone is left out
$ travaux brackets --without CBL
no brackets without Cable
# Of one report, by its first digits: the others stay.
$ travaux reports --format csv | sed -n 's/^\([0-9a-f]\{6\}\).*,Daily,.*/\1/p' > daily
$ travaux show d1 --without $(cat daily)
d1                                                             dated 10 Jan 2025
by not known · 1 report, 1 origin (Cable)
  Share   50%   1 report, 1 origin (Cable)
silent on 1 term; --all names them
without report 13b7ff
$ travaux show d1 --without $(cat daily) --json | sed -n '2,6s/\([0-9a-f]\{6\}\)[0-9a-f]\{58\}/\1/g;2,6p'
  "negotiation": "d",
  "draft": {"key": "d1", "title": null, "dated": "2025-01-10", "presented": null, "by": [], "follows": [], "implied": false, "amends": null, "also": []},
  "known_by": null,
  "without": "13b7ff",
  "terms": [
$ travaux diff d1 d2 --json --without cbl --known-by 2025-03-01 --recorded-by 2100 | sed -n '2,8p'
  "negotiation": "d",
  "from": {"key": "d1", "title": null, "dated": "2025-01-10", "presented": null, "by": [], "follows": [], "implied": false, "amends": null, "also": []},
  "to": {"key": "d2", "title": null, "dated": "2025-02-01", "presented": null, "by": [], "follows": ["d1"], "implied": true, "amends": null, "also": []},
  "known_by": "2025-03-01",
  "recorded_by": "2100",
  "without": "Cable",
  "changes": [
$ travaux changes --without Cable --format csv | cut -d , -f 1-6
draft,dated,from_draft,term,title,change
d2,2025-02-01,,share,Share,first_reported
$ travaux show d1 --without Nobody
travaux: no report or outlet 'Nobody'
hint: travaux outlets and travaux reports list them
[2]
$ travaux show d1 --without 0000
travaux: no report or outlet '0000'
hint: travaux outlets and travaux reports list them
[2]
$ travaux timeline --without Cable
travaux: unknown option '--without'
hint: travaux help timeline lists its options
[2]
# What the file held by a time. Before it was filed there was nothing; a day in words is read too.
$ travaux drafts --recorded-by 2100
date         draft  title  by  follows
10 Jan 2025  d1
1 Feb 2025   d2                (d1)
( ) is followed though no record says so
as recorded by 2100; what came into the file later is left out
$ travaux show d1 --recorded-by 2020-01-01
travaux: this file holds no negotiation by 2020-01-01
hint: travaux log tells what was recorded when
[2]
$ travaux changes --recorded-by '1 Jan 2100' --known-by 2024
--recorded-by '1 Jan 2100' is 2100-01-01
no changes known by 2024, recorded by 1 Jan 2100
$ travaux terms --recorded-by 2100 --json | sed -n '2,4p'
  "negotiation": "d",
  "known_by": null,
  "recorded_by": "2100",
$ travaux export --format md --recorded-by 2100 | sed -n 3p
The talks between A (A) and B (B): 2 drafts, as told by 3 reports, the first of 11 Jan 2025 and the last of 2 Feb 2025. It holds what was recorded by 2100, and nothing that came into the file later.
$ travaux export --format json --recorded-by 2100 | sed -n '4,5p'
  "known_by": null,
  "recorded_by": "2100",
$ travaux drafts --recorded-by yesterweek
travaux: 'yesterweek' is not a date
hint: dates are written 2025-02-24, 2025-02, 2025, 2025-02-24~, 2025-02-24T22:12 or 2025-02-21/2025-02-24
[2]
