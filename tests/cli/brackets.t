# What the reports disagree on. A tells a story that B and C retell, C wrongly; D knows from elsewhere.
$ travaux init > made.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"US","name":"US"}],"terms":[{"key":"share","title":"Share","kind":"percentage","variants":["shore"]},{"key":"law","title":"Law","kind":"flag"}]}
> {"record":"draft","negotiation":"d","key":"d1","title":"First","dated":"2025-01-10"}
> {"record":"draft","negotiation":"d","key":"d2","dated":"2025-02-01"}
> {"record":"draft","negotiation":"d","key":"d3","dated":"2025-03-01"}
> {"record":"draft","negotiation":"d","key":"d4","dated":"2025-04-01","amends":"d1","follows":["d3"]}
> {"record":"report","negotiation":"d","outlet":"A","title":"A saw it","published":"2025-01-11","basis":"document","claims":[{"draft":"d1","term":"share","value":"50%"},{"draft":"d2","term":"law","value":"yes"},{"draft":"d3","term":"share","value":"40%"}]}
> {"record":"report","negotiation":"d","outlet":"B","title":"A says","published":"2025-01-12","basis":"secondary","cites":[{"outlet":"A"}],"claims":[{"draft":"d1","term":"share","value":"50%"}]}
> {"record":"report","negotiation":"d","outlet":"C","title":"A says more","published":"2025-01-12","basis":"secondary","cites":[{"outlet":"A"}],"claims":[{"draft":"d1","term":"share","value":"100%"}]}
> {"record":"report","negotiation":"d","outlet":"D","title":"D knows","published":"2025-01-13","basis":"anonymous","claims":[{"draft":"d1","term":"share","value":"50%"},{"draft":"d1","term":"share:shore","value":"5%"},{"draft":"d2","term":"law","value":"no"}]}
> {"record":"report","negotiation":"d","outlet":"E","title":"E heard","published":"2025-01-14","basis":"unattributed","claims":[{"draft":"d1","term":"share","value":"about 50%"},{"draft":"d1","term":"share:shore","value":"6%"}]}
> END
$ travaux add deal.jsonl > added.txt
# d1 opens two, d2 one, d3 closes one. d4 amends d1: what it inherits is counted with d1 alone.
$ travaux brackets
Deal                                                   5 reports, to 14 Jan 2025

d1  First                                                            10 Jan 2025
  Share  (share)
    one story told in two ways: A
    [50%              3 reports, 2 origins
      from elsewhere: D
    | 100%]           1 report, 1 origin (A, also of the other)
      from elsewhere: nobody
    also: about 50%   1 report, origin unknown
      from elsewhere: nobody for certain; perhaps: E
  Share: shore  (share:shore)
    [5%               1 report, 1 origin (D)
    | 6%]             1 report, origin unknown

d2                                                                    1 Feb 2025
  Law  (law)
    [yes    1 report, 1 origin (A)
    | no]   1 report, 1 origin (D)

Open after each draft
  date         draft  opened  closed  open
  10 Jan 2025  d1          2       0  2  ##
  1 Feb 2025   d2          1       0  3  ###
  1 Mar 2025   d3          0       1  2  ##

3 brackets in 2 drafts, 2 open in the end
1 draft opens and closes none; --all lists it too
# Some terms alone, their books too; a term includes its variants.
$ travaux brackets law share:shore
Deal                                                   5 reports, to 14 Jan 2025

d1  First                                                            10 Jan 2025
  Share: shore  (share:shore)
    [5%     1 report, 1 origin (D)
    | 6%]   1 report, origin unknown

d2                                                                    1 Feb 2025
  Law  (law)
    [yes    1 report, 1 origin (A)
    | no]   1 report, 1 origin (D)

Open after each draft
  date         draft  opened  closed  open
  10 Jan 2025  d1          1       0  1  #
  1 Feb 2025   d2          1       0  2  ##

2 brackets in 2 drafts, 2 open in the end
2 drafts open and close none; --all lists them too
$ travaux brackets share:shore --all
Deal                                                   5 reports, to 14 Jan 2025

d1  First                                                            10 Jan 2025
  Share: shore  (share:shore)
    [5%     1 report, 1 origin (D)
    | 6%]   1 report, origin unknown

Open after each draft
  date         draft  opened  closed  open
  10 Jan 2025  d1          1       0  1  #
  1 Feb 2025   d2          0       0  1  #
  1 Mar 2025   d3          0       0  1  #
  1 Apr 2025   d4          0       0  1  #

1 bracket in 1 draft, 1 open in the end
$ travaux brackets lwa
travaux: unknown term 'lwa'
hint: did you mean 'law'? if not, declare it: travaux term add lwa --title "…" --kind percentage
[2]
# Where nothing is in dispute that is said, and by what that was narrowed.
$ travaux brackets share --known-by 2025-01-11
no brackets known by 11 Jan 2025
$ travaux brackets --known-by 2025-01-11 --recorded-by 2100 --without A --json
{
  "negotiation": "d",
  "known_by": "2025-01-11",
  "recorded_by": "2100",
  "without": "A",
  "drafts": [
    {"draft": "d1", "dated": "2025-01-10", "opened": 0, "closed": 0, "open": 0, "brackets": []},
    {"draft": "d2", "dated": "2025-02-01", "opened": 0, "closed": 0, "open": 0, "brackets": []},
    {"draft": "d3", "dated": "2025-03-01", "opened": 0, "closed": 0, "open": 0, "brackets": []}
  ]
}
# The garbled story set aside: it is settled, and says so; by a day before that it was not.
$ travaux judge deprecate $(travaux reports --format csv | grep ',C,' | cut -c 1-6) --reason 'garbles A' --dated 2025-05-01 > judged.txt
$ travaux brackets share | sed -n '/^d1/,$p'
d1  First                                                            10 Jan 2025
  Share: shore  (share:shore)
    [5%     1 report, 1 origin (D)
    | 6%]   1 report, origin unknown

Open after each draft
  date         draft  opened  closed  open
  10 Jan 2025  d1          1       0  1  #

1 bracket in 1 draft, 1 open in the end
3 drafts open and close none; --all lists them too
$ travaux brackets share --known-by 2025-04-30 | sed -n '/^d1/,/from elsewhere: D/p'
d1  First                                                            10 Jan 2025
  Share  (share)
    one story told in two ways: A
    [50%              3 reports, 2 origins
      from elsewhere: D
$ travaux show d1 | sed -n '/Share  /,$p'
  Share          50%               3 reports, 2 origins
                 also: about 50%   1 report, origin unknown
  Share: shore   [5%               1 report, 1 origin (D)
                 | 6%]             1 report, origin unknown
  set aside: deprecated 1 May 2025: garbles A (judgement 6d9be9)
  Share          100%              C, 12 Jan 2025
silent on 1 term; --all names them
# For programs.
$ travaux brackets --known-by 2025-04-30 --format csv
draft,dated,opened,closed,open,term,shared,answer,side,reports,origins_min,origins_max,origins,independent,perhaps
d1,2025-01-10,2,0,2,share,A,50%,true,3,2,2,A; D,D,
d1,2025-01-10,2,0,2,share,A,100%,true,1,1,1,A,,
d1,2025-01-10,2,0,2,share,A,about 50%,false,1,1,1,,,E
d1,2025-01-10,2,0,2,share:shore,,5%,true,1,1,1,D,D,
d1,2025-01-10,2,0,2,share:shore,,6%,true,1,1,1,,,E
d2,2025-02-01,1,0,3,law,,yes,true,1,1,1,A,A,
d2,2025-02-01,1,0,3,law,,no,true,1,1,1,D,D,
d3,2025-03-01,0,1,2,,,,,,,,,,
$ travaux brackets law --json | sed 's/\([0-9a-f]\{6\}\)[0-9a-f]\{58\}/\1/g'
{
  "negotiation": "d",
  "known_by": null,
  "drafts": [
    {"draft": "d1", "dated": "2025-01-10", "opened": 0, "closed": 0, "open": 0, "brackets": []},
    {"draft": "d2", "dated": "2025-02-01", "opened": 1, "closed": 0, "open": 1, "brackets": [{"term": "law", "text": "[yes | no]", "shared": [], "preferred": null, "alternatives": [{"stance": "stated", "value": {"kind": "flag", "low": null, "high": null, "low_open": false, "high_open": false, "approx": false, "unit": null, "per": null, "base": null, "tags": [], "over": null, "when": null, "text": "yes"}, "text": "yes", "condition": null, "to": [], "basis": "document", "side": true, "reports": ["fbf07b"], "origins": {"names": ["A"], "min": 1, "max": 1}, "independent": ["A"], "perhaps": []}, {"stance": "stated", "value": {"kind": "flag", "low": null, "high": null, "low_open": false, "high_open": false, "approx": false, "unit": null, "per": null, "base": null, "tags": [], "over": null, "when": null, "text": "no"}, "text": "no", "condition": null, "to": [], "basis": "anonymous", "side": true, "reports": ["bc8c3d"], "origins": {"names": ["D"], "min": 1, "max": 1}, "independent": ["D"], "perhaps": []}]}]},
    {"draft": "d3", "dated": "2025-03-01", "opened": 0, "closed": 0, "open": 1, "brackets": []},
    {"draft": "d4", "dated": "2025-04-01", "opened": 0, "closed": 0, "open": 1, "brackets": []}
  ]
}
$ travaux brackets --known-by 2025-04-30 --format md
| Draft | Term | Bracket | Also | Reports | Shared origin | Who has it from elsewhere |
| --- | --- | --- | --- | --- | --- | --- |
| d1 | Share | \[50% \| 100%\] | about 50% | 3 reports, 2 origins \| 1 report, 1 origin (A) | A | 50%: D; 100%: nobody; about 50%: nobody for certain, perhaps E |
| d1 | Share: shore | \[5% \| 6%\] | | 1 report, 1 origin (D) \| 1 report, origin unknown | | |
| d2 | Law | \[yes \| no\] | | 1 report, 1 origin (A) \| 1 report, 1 origin (D) | | |

Open after each draft:

| Draft | Date | Opened | Closed | Open |
| --- | --- | --- | --- | --- |
| d1 | 10 Jan 2025 | 2 | 0 | 2 |
| d2 | 1 Feb 2025 | 1 | 0 | 3 |
| d3 | 1 Mar 2025 | 0 | 1 | 2 |
# The real negotiation: the 100 % of 21 February is the New York Times's story garbled; who has the
# 50 % from elsewhere is named. With the two claims of Babel and that of EADaily set aside the 50 % is
# settled, and what was set aside is shown.
$ travaux --db m.db init > made.txt; travaux --db m.db add "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
$ travaux --db m.db brackets revenue_share
US–Ukraine minerals agreement                          64 reports, to 8 May 2025

us-0221  Tougher draft of 21 February                                21 Feb 2025
  Share of resource revenues  (revenue_share)
    one story told in two ways: The New York Times
    [50% of revenues (minerals, oil, gas, ports, other infrastructure)   6 reports, 2 origins
      from elsewhere: Censor.NET, Ekonomichna Pravda
    | 100% of revenues (minerals, oil, gas, ports, other infrastructure)]   2 reports, 1 origin (The New York Times, also of the other)
      from elsewhere: nobody
    also: 100% of revenues (natural resources)         1 report, 1 origin (The New York Times)
      from elsewhere: nobody
    also: 50% of fund income (minerals)                2 reports, 1 origin (Financial Times)
      from elsewhere: EADaily, news-pravda.com
    also: 50% of future resource revenue               1 report, 1 origin (The New York Times)
      from elsewhere: nobody

us-0323  March draft                                                 23 Mar 2025
  Share of resource revenues  (revenue_share)
    [50% of earnings of all new resource and infrastructure projects   2 reports, 1–3 origins
    | 100% of income (resources run by state and private firms)]   2 reports, 1 origin (Reuters)
    also: 50% (resource projects, ports, pipelines)    1 report, 1 origin (The New York Times)

Open after each draft
  date            draft    opened  closed  open
  21 Feb 2025     us-0221       1       0  1  #
  21–24 Feb 2025  ax-0224       0       1  0
  23 Mar 2025     us-0323       1       0  1  #
  30 Apr 2025     j-0430        0       1  0

2 brackets in 2 drafts, 0 open in the end
15 drafts open and close none; --all lists them too
$ for id in 1fa1f2 d1a90f b09025; do travaux --db m.db judge deprecate $id --draft us-0221 --term revenue_share --reason 'garbles the NYT' --dated 2025-03-03; done > judged.txt
$ travaux --db m.db show us-0221 | sed -n '/Share of resource revenues  /,/deoccupied/p' | head -n 4
  Share of resource revenues                         50% of revenues (minerals, oil, gas, ports, other infrastructure)   6 reports, 2 origins
                                                     also: 50% of fund income (minerals)                1 report, 1 origin (Financial Times)
                                                     also: 50% of future resource revenue               1 report, 1 origin (The New York Times)
  Share of resource revenues: deoccupied             more than 50% (sites occupied on the signing date)   2 reports, 1 origin (Ekonomichna Pravda)
$ travaux --db m.db show us-0221 | sed -n '/set aside/,/^silent/p'
  set aside: deprecated 3 Mar 2025: garbles the NYT (judgement 10bdc1)
  Share of resource revenues                         100% of revenues (minerals, oil, gas, ports, other infrastructure)   Babel, 24 Feb 2025
  set aside: deprecated 3 Mar 2025: garbles the NYT (judgement d688bc)
  Share of resource revenues                         100% of revenues (minerals, oil, gas, ports, other infrastructure)   Babel, 23 Feb 2025
  set aside: deprecated 3 Mar 2025: garbles the NYT (judgement ebe91c)
  Share of resource revenues                         50% of fund revenue (minerals)                     EADaily, 23 Feb 2025
  Share of resource revenues                         100% of revenues (natural resources)               EADaily, 23 Feb 2025
silent on 36 terms; --all names them; background that names no draft: travaux background
$ travaux --db m.db brackets revenue_share --known-by 2025-03-02 | sed -n '/^us-0221/,/^  Share/p'
us-0221  Tougher draft of 21 February                                21 Feb 2025
  Share of resource revenues  (revenue_share)
$ travaux --db m.db brackets revenue_share | grep -c us-0221 | cat
0
