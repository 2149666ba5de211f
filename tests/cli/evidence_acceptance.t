# The real negotiation: one story told in two ways, and one origin behind two outlets.
$ travaux init > said; travaux add --quiet "$FIXTURES/us-ukraine-minerals.jsonl" > said
# Half of the revenues, in the draft of 21 February: the New York Times had the document (M18); M19, M21
# and M63 retell it; Ekonomichna Pravda had a text of its own (M15), which M16 retells. Half as the
# FT has it: M23 and M24, by way of RIA Novosti. M20 has the NYT's half in other words. All of the
# revenues: M22 and M28, both Babel, and M23, each from the New York Times again.
$ travaux sources us-0221 revenue_share | sed -n '/^Share of resource revenues  *revenue_share$/,/^$/p' | grep -e '^  [^ ]' -e ' · ' -e 'origin:' | sed 's/ · report [0-9a-f]*$//'
  [50% of revenues (minerals, oil, gas, ports, other infrastructure)   6 reports, 2 origins
    The New York Times · 22 Feb 2025 · document
      origin: The New York Times
    newsforall.eu · about 23 Feb 2025 · secondary
      origin: The New York Times
    Kyiv Independent · about 23 Feb 2025 · secondary
      origin: The New York Times
    news-pravda.com · 23 Feb 2025 · secondary
      origin: The New York Times
    Ekonomichna Pravda · 22 Feb 2025 · document
      origin: Ekonomichna Pravda
    Censor.NET · 23 Feb 2025 · secondary
      origin: Ekonomichna Pravda
  | 100% of revenues (minerals, oil, gas, ports, other infrastructure)]   2 reports, 1 origin (The New York Times, also of the other)
    Babel · 24 Feb 2025 · secondary
      origin: The New York Times
    Babel · 23 Feb 2025 · secondary
      origin: The New York Times
  also: 100% of revenues (natural resources)         1 report, 1 origin (The New York Times)
    EADaily · 23 Feb 2025 · secondary
      origin: The New York Times
  also: 50% of fund income (minerals)                2 reports, 1 origin (Financial Times)
    news-pravda.com · 23 Feb 2025 · secondary
      origin: Financial Times
    EADaily · 23 Feb 2025 · secondary
      origin: Financial Times
  also: 50% of future resource revenue               1 report, 1 origin (The New York Times)
    TVP World · about 23 Feb 2025 · secondary
      origin: The New York Times
# What contradicts goes back to one newspaper, which is named; so are those who have half from
# elsewhere. Nobody has all of it from elsewhere.
$ travaux brackets revenue_share | sed -n '/^us-0221 /,/^$/p'
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

# Without the newspaper and all that goes back to it alone there is nothing to contradict.
$ travaux brackets revenue_share --without nyt | grep -c us-0221
0
[1]
$ travaux show us-0221 --without nyt --json | grep -o '"term": "revenue_share", "status": "[a-z]*"'
"term": "revenue_share", "status": "settled"
# The three that garble it are set aside, in the middle of March.
$ cat > set_aside <<'END'
> id=$(travaux reports --json | grep -F "$1" | sed 's/.*"id": "\([0-9a-f]*\)".*/\1/')
> travaux judge deprecate "$id" --draft us-0221 --term revenue_share \
>     --reason 'the whole of the fund, not of the revenues' --by 'the desk' --dated 2025-03-15 > said
> END
$ sh set_aside 'Bloomberg: Ukraine turns down'; sh set_aside 'CNN: US against putting'; sh set_aside 'FT: full US stake dropped'
# Half is left, and no bracket; 6 reports, the NYT's half in other words, and of the FT's half M24: the
# judgement on M23 is of both that it says of this term.
$ travaux show us-0221 | sed -n '/Share of resource revenues  /,/deoccupied/p' | sed '/deoccupied/,$d'
  Share of resource revenues                         50% of revenues (minerals, oil, gas, ports, other infrastructure)   6 reports, 2 origins
                                                     also: 50% of fund income (minerals)                1 report, 1 origin (Financial Times)
                                                     also: 50% of future resource revenue               1 report, 1 origin (The New York Times)
$ travaux show us-0221 --json | grep -o '"term": "revenue_share", "status": "[a-z]*"'
"term": "revenue_share", "status": "settled"
$ travaux brackets revenue_share | grep -c us-0221
0
[1]
# Nothing has disappeared: what was set aside is shown with when, who and why, wherever it was.
$ travaux show us-0221 | sed -n '/set aside/,/^silent/p' | sed 's/(judgement [0-9a-f]*)/(ID)/' | sed '$d' | sort | uniq -c | sed 's/^ *//'
1   Share of resource revenues                         100% of revenues (minerals, oil, gas, ports, other infrastructure)   Babel, 23 Feb 2025
1   Share of resource revenues                         100% of revenues (minerals, oil, gas, ports, other infrastructure)   Babel, 24 Feb 2025
1   Share of resource revenues                         100% of revenues (natural resources)               EADaily, 23 Feb 2025
1   Share of resource revenues                         50% of fund revenue (minerals)                     EADaily, 23 Feb 2025
3   set aside: deprecated 15 Mar 2025 by the desk: the whole of the fund, not of the revenues (ID)
$ travaux sources us-0221 revenue_share | sed -n '/^  set aside$/,/^$/p' | grep -c 'deprecated 15 Mar 2025 by the desk: the whole of the fund, not of the revenues'
4
# What a reader could know before that: the bracket is still there. On the day itself it is gone.
$ travaux brackets revenue_share --known-by 2025-03-14 | grep 'told in two ways'
    one story told in two ways: The New York Times
$ travaux show us-0221 --known-by 2025-03-14 --json | grep -o '"term": "revenue_share", "status": "[a-z]*"'
"term": "revenue_share", "status": "bracketed"
$ travaux show us-0221 --known-by 2025-03-15 --json | grep -o '"term": "revenue_share", "status": "[a-z]*"'
"term": "revenue_share", "status": "settled"
# Guarantees in the draft of 24 February: Babel and Komersant have it from CNN, so that they are one.
$ travaux sources us-0224 security_guarantees | sed -n '/also: deferred/,/^$/p' | grep -e also: -e ' · ' -e cites -e origin: | sed 's/ · report [0-9a-f]*$//'
  also: deferred (to further talks; later talks)   2 reports, 1 origin (CNN)
    Babel · 24 Feb 2025 · secondary
      cites CNN
        cites Ukrainian source (anonymous)
      origin: CNN
    Komersant ukrainskyi · 24 Feb 2025 · secondary
      cites CNN
        cites Ukrainian representatives (anonymous)
      origin: CNN
$ travaux show us-0224 --json | grep -o '"stance": "deferred".*' | grep 'further talks' | grep -o '"origins": {[^}]*}' | tail -n 1
"origins": {"names": ["CNN"], "min": 1, "max": 1}
