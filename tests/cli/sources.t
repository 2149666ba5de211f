# Who said so. X saw the text of d1; Y repeats X and gets it wrong, under another key of the draft; Z
# knows from elsewhere; W names nobody. A text would colour the screen.
$ travaux init > made.txt
$ cat > deal.jsonl <<'END'
> {"record":"negotiation","key":"d","title":"Deal","parties":[{"key":"A","name":"Aland"},{"key":"B","name":"Bland"}],"terms":[{"key":"share","title":"Share","kind":"percentage","favours":"A","variants":["shore"]},{"key":"law","title":"Law","kind":"text"},{"key":"seat","title":"Seat","kind":"text"}]}
> {"record":"draft","negotiation":"d","key":"d1","title":"First","dated":"2025-01-10","by":"A"}
> {"record":"draft","negotiation":"d","key":"d1-copy","presented":"2025-01-11"}
> {"record":"draft","negotiation":"d","key":"d2","dated":"2025-02-01","maybe_same_as":["d1"]}
> {"record":"draft","negotiation":"d","key":"d3","dated":"2025-03-01","amends":"d2"}
> {"record":"report","negotiation":"d","outlet":"X","title":"X saw it","url":"https://x.example/1","published":"2025-01-11","basis":"document","cites":[{"who":"the text","basis":"document"}],"mentions":[{"draft":"d1","as":"the first paper","dated":"2025-01-10","by":"A","note":"only two pages"}],"claims":[{"draft":"d1","term":"share","value":"50%","quote":"one half","where":"Article 2","was":"nothing","note":"net"},{"draft":"d1","term":"law","stance":"deferred","to":"later talks"}]}
> {"record":"report","negotiation":"d","outlet":"Y","title":"Y on X","published":"2025-01-12","basis":"secondary","cites":[{"outlet":"X","url":"https://x.example/1","cites":[{"who":"an official\u001b[31m","basis":"anonymous"}]}],"mentions":[{"draft":"d1-copy","as":"a paper"}],"claims":[{"draft":"d1-copy","term":"share","value":"100%","condition":"signed in May"},{"draft":"d1","term":"law","stance":"absent"}],"changes":[{"draft":"d2","from":"d1","term":"share","change":"lowered","value":"40%","note":"by a tenth"}]}
> {"record":"report","negotiation":"d","outlet":"Z","title":"Z alone","published":"2025-01-13","basis":"anonymous","claims":[{"draft":"d1","term":"share","value":"100%"},{"draft":"d2","term":"share","value":"40%"},{"draft":"d2","term":"share:shore","value":"10%"},{"term":"seat","value":"Paris"}]}
> {"record":"report","negotiation":"d","outlet":"W","title":"W heard","published":"2025-01-14","basis":"unattributed","claims":[{"draft":"d1","term":"share","value":"up to 50%"}]}
> {"record":"report","negotiation":"d","outlet":"V","title":"V at first","published":"2025-02-03","claims":[{"draft":"d2","term":"share","value":"45%"}]}
> END
$ travaux add deal.jsonl > added.txt
# Every claim by answer, with the article, whom it cites, and where it may come from.
$ travaux sources d1
d1  First                                                            10 Jan 2025

Share                                                                      share
  [50%                        1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
      quote: one half
      where: Article 2
      was: nothing
      note: net
  | 100%]                     1 report, 1 origin (Z)
    Z · 13 Jan 2025 · anonymous · report 19f7bf
      Z alone
      origin: Z
  also: up to 50%             1 report, origin unknown
    W · 14 Jan 2025 · unattributed · report 6a6aab
      W heard
      origin: not known

Law                                                                          law
  deferred (to later talks)   1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
  also: absent                1 report, 1 origin (X)
    Y · 12 Jan 2025 · secondary · report 9f0454
      Y on X
      cites X https://x.example/1
        cites an official\u{1b}[31m (anonymous)
      origin: X

What reports say of the draft itself
  X, 11 Jan 2025 · report 1fb498
    calls it "the first paper"; dated 10 Jan 2025, by A
    note: only two pages
# One term, with its variants; what reports say of the draft itself is no answer to that.
$ travaux sources d2 share
d2                                                                    1 Feb 2025
maybe the same as d1

Share                                                                      share
  [40%     1 report, 1 origin (Z)
    Z · 13 Jan 2025 · anonymous · report 19f7bf
      Z alone
      origin: Z
  | 45%]   1 report, 1 origin (V)
    V · 3 Feb 2025 · report 18059e
      V at first
      origin: V

Share: shore                                                         share:shore
  10%      1 report, 1 origin (Z)
    Z · 13 Jan 2025 · anonymous · report 19f7bf
      Z alone
      origin: Z

Changes as reports tell them
  Y, 12 Jan 2025 · report 9f0454
    Share: lowered, to 40% (against d1)
    note: by a tenth
$ travaux sources d1 law
d1  First                                                            10 Jan 2025

Law                                                                          law
  deferred (to later talks)   1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
  also: absent                1 report, 1 origin (X)
    Y · 12 Jan 2025 · secondary · report 9f0454
      Y on X
      cites X https://x.example/1
        cites an official\u{1b}[31m (anonymous)
      origin: X

1 report speaks of the draft itself: travaux sources d1
# A draft that amends another and of which nobody says anything; a term of which nobody does.
$ travaux sources d3
d3                                                                    1 Mar 2025
  no report tells what it holds

what it does not alter: travaux sources d2
$ travaux sources d2 law
d2                                                                    1 Feb 2025
maybe the same as d1
  no report says how the draft treats this
$ travaux sources d9
travaux: unknown draft 'd9'
hint: travaux drafts lists them
[2]
$ travaux sources d1 shore
travaux: unknown term 'shore'
hint: did you mean 'share'? if not, declare it: travaux term add shore --title "…" --kind percentage
[2]
$ travaux sources
travaux: sources needs DRAFT [TERM]
hint: travaux help sources shows examples
[2]
# An editor judges: one paper under two keys, what Z means, what Y got wrong, whom to believe, what
# W made up. V writes anew. Nothing disappears; the bracket stays a bracket.
$ travaux judge same-draft d1 d1-copy --reason 'the same paper' --by 'the desk' --dated 2025-02-10 > judged.txt
$ travaux judge attribute 19f7bf --term seat --draft d1 --reason 'published the day after' --dated 2025-02-11 > judged.txt
$ travaux judge deprecate 9f04 --draft d1 --term law --reason 'garbles X' --by ed --dated 2025-02-12 > judged.txt
$ travaux judge prefer 19f7bf --draft d1 --term share --reason 'it saw more' --dated 2025-02-13 > judged.txt
$ travaux judge retract 6a6a --reason 'made up' --dated 2025-02-14 > judged.txt
$ travaux add - --quiet <<'END' > added.txt
> {"record":"report","negotiation":"d","outlet":"V","title":"V corrected","published":"2025-02-15","updates":"18059e98","claims":[{"draft":"d2","term":"share","value":"40%"}]}
> END
$ travaux sources d1
d1  First                                                            10 Jan 2025
also called d1-copy; made one 10 Feb 2025 by the desk: the same paper (judgement 6399cd)

Share                                                                      share
  [100%                           1 report, 1 origin (Z)
    preferred 13 Feb 2025: it saw more (judgement 0ea94a)
    Z · 13 Jan 2025 · anonymous · report 19f7bf
      Z alone
      origin: Z
  | 50%]                          1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
      quote: one half
      where: Article 2
      was: nothing
      note: net
  also: 100% (if signed in May)   1 report, 1 origin (X)
    Y · 12 Jan 2025 · secondary · report 9f0454
      Y on X
      cites X https://x.example/1
        cites an official\u{1b}[31m (anonymous)
      origin: X
      names the draft d1-copy
  set aside
    W · 14 Jan 2025 · unattributed · report 6a6aab
      W heard
      says: up to 50%
      origin: not known
      retracted 14 Feb 2025: made up (judgement 25e99d)

Law                                                                          law
  deferred (to later talks)       1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
  set aside
    Y · 12 Jan 2025 · secondary · report 9f0454
      Y on X
      says: absent
      cites X https://x.example/1
        cites an official\u{1b}[31m (anonymous)
      origin: X
      deprecated 12 Feb 2025 by ed: garbles X (judgement d87f69)

Seat                                                                        seat
  Paris                           1 report, 1 origin (Z)
    Z · 13 Jan 2025 · anonymous · report 19f7bf
      Z alone
      origin: Z
      names no draft; attributed 11 Feb 2025: published the day after (judgement d99e4e)

What reports say of the draft itself
  X, 11 Jan 2025 · report 1fb498
    calls it "the first paper"; dated 10 Jan 2025, by A
    note: only two pages
  Y, 12 Jan 2025 · report 9f0454
    names it d1-copy; calls it "a paper"
$ travaux show d1
d1  First                               dated 10 Jan 2025, presented 11 Jan 2025
by A · 3 reports, 2 origins
also called d1-copy; made one 10 Feb 2025 by the desk: the same paper (judgement 6399cd)
  Share   [100%                           1 report, 1 origin (Z)
          | 50%]                          1 report, 1 origin (X)
          also: 100% (if signed in May)   1 report, 1 origin (X)
          preferred 13 Feb 2025: it saw more (judgement 0ea94a)
  Law     deferred (to later talks)       1 report, 1 origin (X)
  Seat    Paris                           1 report, 1 origin (Z)
  set aside: retracted 14 Feb 2025: made up (judgement 25e99d)
  Share   up to 50%                       W, 14 Jan 2025
  set aside: deprecated 12 Feb 2025 by ed: garbles X (judgement d87f69)
  Law     absent                          Y, 12 Jan 2025
$ travaux show d2
d2                                                              dated 1 Feb 2025
follows d1 (by date alone) · by not known · 2 reports, 2 origins
maybe the same as d1
  Share          40%   2 reports, 2 origins
  Share: shore   10%   1 report, 1 origin (Z)
  set aside: updated by report df808f
  Share          45%   V, 3 Feb 2025
silent on 2 terms; --all names them
# Known by a day before it was judged, it is as it was; the draft by its other key.
$ travaux sources d1-copy law --known-by 2025-02-11
d1  First                                                            10 Jan 2025
also called d1-copy; made one 10 Feb 2025 by the desk: the same paper (judgement 6399cd)

Law                                                                          law
  deferred (to later talks)   1 report, 1 origin (X)
    X · 11 Jan 2025 · document · report 1fb498
      X saw it
      https://x.example/1
      cites the text (document)
      origin: X
  also: absent                1 report, 1 origin (X)
    Y · 12 Jan 2025 · secondary · report 9f0454
      Y on X
      cites X https://x.example/1
        cites an official\u{1b}[31m (anonymous)
      origin: X

2 reports speak of the draft itself: travaux sources d1
as known by 11 Feb 2025; what was published later is left out
# What became of a report, and what a judgement is about.
$ travaux reports
id      published    outlet  title        basis         claims
1fb498  11 Jan 2025  X       X saw it     document           2
9f0454  12 Jan 2025  Y       Y on X       secondary          2
19f7bf  13 Jan 2025  Z       Z alone      anonymous          4
6a6aab  14 Jan 2025  W       W heard      unattributed       1
                             retracted 14 Feb 2025: made up (judgement 25e99d)
18059e  3 Feb 2025   V       V at first                      1
                             updated by report df808f
df808f  15 Feb 2025  V       V corrected                     1
$ travaux reports --format csv | cut -c 1-6,65- | sed 's/\([0-9a-f]\{6\}\)[0-9a-f]\{58\}/\1/g'
id,outents,updates,retracted,updated
1fb498,X,X saw it,2025-01-11,https://x.example/1,,document,2,0,0,,,
9f0454,Y,Y on X,2025-01-12,,,secondary,2,0,0,,,
19f7bf,Z,Z alone,2025-01-13,,,anonymous,4,0,0,,,
6a6aab,W,W heard,2025-01-14,,,unattributed,1,0,0,,25e99d,
18059e,V,V at first,2025-02-03,,,,1,0,0,,,df808f
df808f,V,V corrected,2025-02-15,,,,1,0,0,18059e,,
$ travaux show 6a6a | grep -v recorded
report 6a6aab  W
  title      W heard
  published  14 Jan 2025
  basis      unattributed
  set aside  retracted 14 Feb 2025: made up (judgement 25e99d)
  id         6a6aab93bd929d8c3429e5a6e4481a3336080d2fe7d6282d3744ff6cbb6c4bd6

claims
  d1         Share  up to 50%
$ travaux show 18059e98 | grep -v recorded
report 18059e  V
  title      V at first
  published  3 Feb 2025
  set aside  updated by report df808f
  id         18059e98f1360c79916caea23214390dfa2bac99174737dbad8fa28f4a4bb8df

claims
  d2         Share  45%
$ travaux log | sed -n 's/.*judgement *\([0-9a-f]*\) *retract$/\1/p' > retract; travaux show $(cat retract) | grep -v recorded
judgement 25e99d  retract
  dated     14 Feb 2025
  reason    made up
  about     report 6a6aab: W, 14 Jan 2025: W heard
  id        25e99df80d507969e140710ed6353b77283653e1c8e954e8efed0d430332320b
$ travaux judge withdraw $(cat retract) --reason 'they have it on tape' --dated 2025-02-16 > judged.txt
$ travaux show $(cat retract) | grep -v recorded
judgement 25e99d  retract
  dated      14 Feb 2025
  reason     made up
  about      report 6a6aab: W, 14 Jan 2025: W heard
  set aside  withdrawn 16 Feb 2025: they have it on tape (judgement 99a140)
  id         25e99df80d507969e140710ed6353b77283653e1c8e954e8efed0d430332320b
$ travaux drafts
date         draft  title  by  follows
10 Jan 2025  d1     First  A
                    also called d1-copy (judgement 6399cd)
1 Feb 2025   d2                (d1)
                    maybe the same as d1
1 Mar 2025   d3                (d2), amends d2
( ) is followed though no record says so
# For programs: one claim a row, or whole.
$ travaux sources d1 --format csv | cut -d , -f 1-7,12,25- | sed 's/\([0-9a-f]\{6\}\)[0-9a-f]\{58\}/\1/g'
draft,named_as,term,answer,side,report,outlet,text,preferred,set_aside,updated
d1,,share,100%,true,19f7bf,Z,100%,0ea94a,,
d1,,share,50%,true,1fb498,X,50%,,,
d1,d1-copy,share,100% (if signed in May),false,9f0454,Y,100% (if signed in May),,,
d1,,share,up to 50%,false,6a6aab,W,up to 50%,,,
d1,,law,deferred,true,1fb498,X,deferred,,,
d1,,law,,,9f0454,Y,absent,,d87f69,
d1,,seat,Paris,true,19f7bf,Z,Paris,,,
$ travaux sources d1 law --json | sed 's/\([0-9a-f]\{6\}\)[0-9a-f]\{58\}/\1/g'
{
  "negotiation": "d",
  "draft": {"key": "d1", "title": "First", "dated": "2025-01-10", "presented": "2025-01-11", "by": ["A"], "follows": [], "implied": false, "amends": null, "also": ["d1-copy"]},
  "joined": {"id": "6399cd", "act": "same_draft", "dated": "2025-02-10", "by": "the desk", "reason": "the same paper"},
  "known_by": null,
  "terms": [
    {"term": "law", "status": "settled", "text": "deferred", "preferred": null, "alternatives": [{"stance": "deferred", "value": null, "text": "deferred", "condition": null, "to": ["later talks"], "basis": "document", "side": true, "reports": ["1fb498"], "origins": {"names": ["X"], "min": 1, "max": 1}, "claims": [{"report": "1fb498", "outlet": "X", "published": "2025-01-11", "title": "X saw it", "url": "https://x.example/1", "draft": null, "stance": "deferred", "value": null, "text": "deferred", "condition": null, "to": ["later talks"], "was": null, "quote": null, "where": null, "note": null, "basis": "document", "cites": [{"outlet": null, "who": "the text", "basis": "document", "url": null, "cites": []}], "origins": {"names": ["X"], "min": 1, "max": 1}, "attributed": null, "judgement": null, "updated": null}]}], "set_aside": [{"report": "9f0454", "outlet": "Y", "published": "2025-01-12", "title": "Y on X", "url": null, "draft": null, "stance": "absent", "value": null, "text": "absent", "condition": null, "to": [], "was": null, "quote": null, "where": null, "note": null, "basis": "secondary", "cites": [{"outlet": "X", "who": null, "basis": null, "url": "https://x.example/1", "cites": [{"outlet": null, "who": "an official\u001b[31m", "basis": "anonymous", "url": null, "cites": []}]}], "origins": {"names": ["X"], "min": 1, "max": 1}, "attributed": null, "judgement": {"id": "d87f69", "act": "deprecate", "dated": "2025-02-12", "by": "ed", "reason": "garbles X"}, "updated": null}]}
  ],
  "mentions": [
    {"report": "1fb498", "outlet": "X", "published": "2025-01-11", "draft": "d1", "as": "the first paper", "dated": "2025-01-10", "presented": null, "by": ["A"], "note": "only two pages"},
    {"report": "9f0454", "outlet": "Y", "published": "2025-01-12", "draft": "d1-copy", "as": "a paper", "dated": null, "presented": null, "by": [], "note": null}
  ],
  "changes": []
}
$ travaux sources d1 --format md | sed -n '1,6p;/Set aside/,$p'
Draft d1, First, 10 Jan 2025:

Also called d1-copy; made one 10 Feb 2025 by the desk: the same paper (judgement 6399cd)

| Term | Answer | Told by | Basis | Cites | Origins | Words and notes |
| --- | --- | --- | --- | --- | --- | --- |
Set aside:

| Term | Claim | Told by | Why it does not count |
| --- | --- | --- | --- |
| Law | absent | Y, 12 Jan 2025 | deprecated 12 Feb 2025 by ed: garbles X (judgement d87f69) |

On Share: 100%, preferred 13 Feb 2025: it saw more (judgement 0ea94a)

What reports say of the draft itself:

| Told by | Names it | Calls it | Dated | Handed over | By | Note |
| --- | --- | --- | --- | --- | --- | --- |
| X, 11 Jan 2025 | d1 | the first paper | 10 Jan 2025 | | A | only two pages |
| Y, 12 Jan 2025 | d1-copy | a paper | | | | |
# A citing tree as deep as a record may nest is shown whole; a deeper one is no record.
$ nest() { awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "\"cites\":[{\"outlet\":\"O%d\"%s", i, i < n - 1 ? "," : ""; for (i = 0; i < n; i++) printf "}]" }'; }
> deep() { printf '{"record":"report","negotiation":"d","outlet":"D","title":"T","published":"2025-01-01","claims":[{"draft":"d2","term":"law","value":"x",'; nest "$1"; echo '}]}'; }
> deep 30 | travaux add - > added.txt; deep 31 | travaux add -; deep 10000 | travaux add -
travaux: standard input:1: /claims/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/ci…: the record nests more than 64 deep
hint: is a bracket missing?
travaux: standard input:1: /claims/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/cites/0/ci…: the record nests more than 64 deep
hint: is a bracket missing?
[2]
$ travaux sources d2 law | sed -n '/O27/,/^ *origin/p'
                                                            cites O27
                                                              cites O28
                                                                cites O29
      origin: O29
$ travaux sources d2 law --json | grep -o '"O29"'
"O29"
"O29"
"O29"
# The real negotiation: on guarantees Babel and Komersant are one origin, CNN.
$ travaux --db m.db init > made.txt; travaux --db m.db add "$FIXTURES/us-ukraine-minerals.jsonl" > added.txt
$ travaux --db m.db sources us-0224 security_guarantees | sed -n '1,3p;/^  also: deferred/,$p'
us-0224  Revised draft of 24 February                                24 Feb 2025

Security guarantees                                          security_guarantees
  also: deferred (to further talks; later talks)   2 reports, 1 origin (CNN)
    Babel · 24 Feb 2025 · secondary · report d1a90f
      CNN: US against putting guarantees into the deal
      https://babel.ua/en/news/115703-cnn-the-us-does-not-want-to-include-security-guarantees-in-rare-earths-deal
      says: deferred (to later talks)
      cites CNN
        cites Ukrainian source (anonymous)
      origin: CNN
      note: left open together with other technical points
    Komersant ukrainskyi · 24 Feb 2025 · secondary · report 082dc1
      One point the US and Ukraine cannot settle
      says: deferred (to further talks)
      cites CNN
        cites Ukrainian representatives (anonymous)
      origin: CNN
      note: elsewhere the article says that there are none at all

6 reports speak of the draft itself: travaux sources us-0224
