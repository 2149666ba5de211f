# Where reports disagree otherwise than by their claims: remarks, no faults, and status 0.
$ travaux init > said; travaux add --quiet "$FIXTURES/us-ukraine-minerals.jsonl" > said
# Of the mentions, M12 has us-0220 not later than 20 February and M13 only in that month; M43 has the
# March draft on the weekend and M48 on the 28th; M52 gives us-04 to both sides; M62 goes by Kyiv time;
# M57 gives the companion documents to the US. Of the changes told, M47 finds the sum of us-0221 back,
# which has become words since; M56 has US law gone, where M58 and it have another clause in its place.
$ travaux check | sed 's/([0-9a-f]\{12\})/(ID)/g'
remark: draft us-0220: presented ../2025-02-20 says Ukrainska Pravda (ID); 2025-02 says Euromaidan Press (ID)
remark: draft us-0323: presented 2025-03-23 say its record, LIGA.net (ID), Ukrainska Pravda (ID) and EIN News (ID); 2025-03-22/2025-03-23 says Stars and Stripes (ID); 2025-03-28 says ANews (ID)
remark: draft us-04: by US say its record, Telegraph India (ID) and Kyiv Independent (ID); UA and US says TASS (ID)
remark: draft j-0430: dated 2025-04-30 say its record, Ukrainska Pravda (ID), RT (ID) and 4 others; 2025-05-01 says Ukrainska Pravda (ID)
remark: draft lpa-0430: by UA and US say its record and European Pravda (ID); US says Geo News (ID)
remark: draft us-0323: compensation_amount added says The New York Times (ID); the readings say lowered, from USD 500 billion (resource earnings) in us-0221 to all budget, military and humanitarian aid since 2022
remark: draft j-0430: governing_law removed says Ukrainska Pravda (ID); the readings say retold, from US court, US law in us-0323 to no US jurisdiction, consultations
travaux.db: sound, 7 remarks
# The same for a program.
$ travaux check --json | grep -c '"level": "remark"'; travaux check --json | grep -c '"level": "fault"'
7
0
[1]
# What is set aside does not count: without the report of 28 March nothing is left to disagree with.
$ travaux judge retract "$(travaux reports --json | grep '"ANews"' | sed 's/.*"id": "\([0-9a-f]*\)".*/\1/')" --reason "an official note, not the text" --dated 2025-04-01 > said
$ travaux check | grep -c "us-0323: presented"
0
[1]
