# What is refused. Every refusal names the file, the line, the place in the record, the text that
# offends, and what would do instead; its status is 2, and the file stays byte for byte as it was.
$ travaux init --negotiation canal --title 'Canal treaty' --party NL=Northland --party SL=Southland \
>   --term loan=money --term opening=date > made.txt
$ travaux term add toll --title 'Share of the tolls' --kind percentage --variant transit --variant local > made.txt
$ travaux draft add first --dated 2025-02-12 --by NL > made.txt
$ travaux draft add second --dated 2025-02-21 --follows first > made.txt
$ cp travaux.db before.db
# `refused FILE` adds a file and then compares; `report MEMBERS` writes a report with these members.
$ cat > refused <<'END'
> travaux add "$1"
> status=$?
> cmp before.db travaux.db || exit 1
> exit $status
> END
$ cat > report <<'END'
> printf '{"record": "report", "negotiation": "canal", "outlet": "Post", "title": "Tolls",\n'
> printf ' "published": "2025-02-24",\n %s}\n' "$1"
> END
# The skeleton itself is accepted: what follows fails for the reason that it gives.
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": "50%"}]' | travaux add --dry-run - | head -n 1 | sed 's/report [0-9a-f]*/report ID/'
would add report ID Post, 24 Feb 2025
# --- names ---
# An unknown member.
$ cat > member.jsonl <<'END'
> {"record": "draft", "negotiation": "canal", "key": "third", "presentd": "2025-02-24"}
> END
$ sh refused member.jsonl
travaux: member.jsonl:1: /presentd: unknown member 'presentd': no draft has one
hint: did you mean 'presented'?
[2]
# An unknown kind of record.
$ echo '{"record": "reprot", "negotiation": "canal"}' > kind.json; sh refused kind.json
travaux: kind.json:1: /record: unknown kind of record 'reprot'
hint: did you mean 'report'?
[2]
# A member that every report has, left out.
$ echo '{"record": "report", "negotiation": "canal", "outlet": "Post", "title": "T"}' > missing.json
$ sh refused missing.json
travaux: missing.json:1: member 'published' is missing: every report has one
hint: add "published": "2025-02-24", for example
[2]
# An undeclared term, and an undeclared variant of a declared one.
$ sh report '"claims": [{"draft": "first", "term": "tolls", "value": "50%"}]' > term.json
$ sh refused term.json
travaux: term.json:3: /claims/0/term: unknown term 'tolls'
hint: did you mean 'toll'? if not, declare it: travaux term add tolls --title "…" --kind percentage
[2]
$ sh report '"claims": [{"draft": "first", "term": "toll:transat", "value": "50%"}]' > variant.json
$ sh refused variant.json
travaux: variant.json:3: /claims/0/term: unknown term 'toll:transat'
hint: did you mean 'toll:transit'? if not, declare it: travaux term edit toll --variant transit --variant local --variant transat
[2]
# An undeclared party; the draft's own, and that of a position.
$ echo '{"record": "draft", "negotiation": "canal", "key": "third", "by": ["NL", "ST"]}' > party.json
$ sh refused party.json
travaux: party.json:1: /by/1: party 'ST' is declared nowhere
hint: to declare it: travaux party add ST --name "..."
[2]
$ sh report '"positions": [{"party": "Northland", "stance": "seeks"}]' > position.json
$ sh refused position.json
travaux: position.json:3: /positions/0/party: party 'Northland' is declared nowhere
hint: to declare it: travaux party add Northland --name "..."
[2]
# An undeclared draft.
$ sh report '"claims": [{"draft": "secnod", "term": "toll", "value": "50%"}]' > draft.json
$ sh refused draft.json
travaux: draft.json:3: /claims/0/draft: draft 'secnod' is declared nowhere
hint: did you mean 'second'? To declare it: travaux draft add secnod
[2]
# An undeclared negotiation.
$ echo '{"record": "draft", "negotiation": "canals", "key": "third"}' > talks.json
$ sh refused talks.json
travaux: talks.json:1: /negotiation: negotiation 'canals' is declared nowhere
hint: did you mean 'canal'? To declare it: travaux init --negotiation canals --title "..."
[2]
# --- values and dates ---
# A value goes with no stance but "absent".
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": "50%", "stance": "deferred"}]' > both.json
$ sh refused both.json
travaux: both.json:3: /claims/0/stance: a claim with a value cannot be 'deferred'
hint: leave one of the two out; only 'absent' goes with a value
[2]
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": "50%", "stance": "absent"}]' | travaux add --dry-run --quiet - > accepted.txt
# A value that is none of the term's kind.
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": "half of them"}]' > value.json
$ sh refused value.json
travaux: value.json:3: /claims/0/value: the value 'half of them' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
# A JSON number, and a null.
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": 50}]' > number.json
$ sh refused number.json
travaux: number.json:3: /claims/0/value: a number is not accepted here: '50'
hint: write it as a string, in quotes: "50%"
[2]
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": null}]' > null.json
$ sh refused null.json
travaux: null.json:3: /claims/0/value: null is not accepted
hint: what is not known is left out
[2]
# Huge exponents, as a number and within a value; a number of ten thousand digits.
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": 1e999999999}]' > huge.json
$ sh refused huge.json
travaux: huge.json:3: /claims/0/value: a number is not accepted here: '1e999999999'
hint: write it as a string, in quotes: "50%"
[2]
$ sh report '"claims": [{"draft": "first", "term": "toll", "value": "1e999999999%"}]' > exponent.json
$ sh refused exponent.json
travaux: exponent.json:3: /claims/0/value: the value '1e999999999%' is not of kind percentage: a number has no exponent: '1e999999999%'
hint: write the digits out, or thousand, million, billion or trillion
[2]
$ sh report "\"claims\": [{\"draft\": \"first\", \"term\": \"loan\", \"value\": \"USD 1$(printf '%010000d' 0)\"}]" > digits.json
$ sh refused digits.json 2>&1 | cut -c 1-110
travaux: digits.json:3: /claims/0/value: the value 'USD 100000000000000000000000000000000000000000000000000000
hint: numbers have up to 24 digits before the point and 12 after it
# A day that no calendar has: of a report, of a draft, and as a value.
$ echo '{"record": "report", "negotiation": "canal", "outlet": "Post", "title": "T", "published": "2025-02-30"}' > day.json
$ sh refused day.json
travaux: day.json:1: /published: '2025-02-30' is not a date: 2025-02 has no day 30
hint: that month ends on 2025-02-28; write 2025-02 for the month
[2]
$ sh report '"claims": [{"draft": "first", "term": "opening", "value": "2025-02-30"}]' > dayvalue.json
$ sh refused dayvalue.json
travaux: dayvalue.json:3: /claims/0/value: the value '2025-02-30' is not of kind date
hint: that month ends on 2025-02-28; write 2025-02 for the month
[2]
# An empty text says nothing.
$ sh report '"note": ""' > empty_text.json; sh refused empty_text.json
travaux: empty_text.json:3: /note: an empty text is not accepted
hint: what is not known is left out
[2]
# --- records against records ---
# Drafts that follow each other in a circle: all are named.
$ cat > circle.jsonl <<'END'
> {"record": "draft", "negotiation": "canal", "key": "third", "follows": ["fifth"]}
> {"record": "draft", "negotiation": "canal", "key": "fourth", "follows": ["third"]}
> {"record": "draft", "negotiation": "canal", "key": "fifth", "amends": "fourth"}
> END
$ sh refused circle.jsonl
travaux: circle.jsonl:3: drafts in a circle: fifth follows or amends fourth follows or amends third follows or amends fifth
hint: leave one `follows` or `amends` of these out
[2]
# A draft that follows itself.
$ echo '{"record": "draft", "negotiation": "canal", "key": "third", "follows": ["third"]}' > itself.json
$ sh refused itself.json
travaux: itself.json:1: drafts in a circle: third follows or amends third
hint: leave one `follows` or `amends` of these out
[2]
# A draft given inline that says otherwise, or more, than what is recorded under its key.
$ sh report '"drafts": [{"key": "first", "dated": "2025-02-13"}]' > inline.json
$ sh refused inline.json
travaux: inline.json:3: /drafts/0: draft 'first' is recorded or given elsewhere, and says less or otherwise there
hint: give it as a record of its own that supersedes the other, or leave out what the other does not say
[2]
# One that says no more than is recorded is no news, and no error.
$ sh report '"drafts": [{"key": "first", "by": ["NL"]}]' | travaux add --dry-run - | sed 's/report [0-9a-f]*/report ID/'
would add report ID Post, 24 Feb 2025
# A record that supersedes another keeps its key.
# Of two records of one key the second one supersedes; it cannot take another key.
$ id=$(travaux log | sed -n 's/.* draft *\([0-9a-f]*\)  first$/\1/p'); echo "$id" > id.txt
$ printf '{"record": "draft", "negotiation": "canal", "key": "frist",\n "supersedes": "%s"}' $(cat id.txt) > key.json
$ sh refused key.json
travaux: key.json:2: /supersedes: the key 'frist' is not that of the record superseded, 'first': a key never changes
[2]
# Nor can it be of another kind, or supersede what is not there.
$ sh report "\"supersedes\": \"$(cat id.txt)\"" > otherkind.json; sh refused otherkind.json
travaux: otherkind.json:3: /supersedes: no report's id begins with '6993f8'
hint: travaux log lists ids
[2]
$ sh report '"supersedes": "00000000"' > nothere.json; sh refused nothere.json
travaux: nothere.json:3: /supersedes: no report's id begins with '00000000'
hint: travaux log lists ids
[2]
# --- the text of a file ---
# One member twice in an object: which is meant is not known.
$ echo '{"record": "draft", "negotiation": "canal", "key": "third", "by": "NL", "by": "SL"}' > twice.json
$ sh refused twice.json
travaux: twice.json:1: /by: member 'by' is given twice in one object
hint: give several values as a list: ["A", "B"]
[2]
# The same, if one of the two is written with an escape.
$ echo '{"record": "draft", "negotiation": "canal", "key": "third", "by": "NL", "b\u0079": "SL"}' > escaped.json
$ sh refused escaped.json
travaux: escaped.json:1: /by: member 'by' is given twice in one object
hint: give several values as a list: ["A", "B"]
[2]
# Bytes that are no UTF-8: a stray one, a character cut short, a slash in two bytes, a surrogate.
$ for bytes in '\377' 'caf\303' '\300\257' '\355\240\200'; do
>     sh report "\"note\": \"$(printf "$bytes")\"" > utf8.json; sh refused utf8.json
> done
travaux: utf8.json:3: /note: the text is not valid UTF-8
hint: save the file as UTF-8
travaux: utf8.json:3: /note: the text is not valid UTF-8
hint: save the file as UTF-8
travaux: utf8.json:3: /note: the text is not valid UTF-8
hint: save the file as UTF-8
travaux: utf8.json:3: /note: the text is not valid UTF-8
hint: save the file as UTF-8
[2]
# A file in UTF-16, as some spreadsheets write it.
$ printf '\377\376{\000' > utf16.json; sh refused utf16.json
travaux: utf16.json:1: this is not UTF-8 but UTF-16
hint: save the file as UTF-8
[2]
# NUL, as an escape and as a byte.
$ sh report '"note": "a\u0000b"' | sed 's/ab/&/' > nul.json; sh refused nul.json
travaux: nul.json:3: /note: the character \u0000 is not accepted
hint: leave it out
[2]
$ sh report '"note": "a@b"' | tr @ '\000' > nulbyte.json; sh refused nulbyte.json
travaux: nulbyte.json:3: /note: a NUL byte is not accepted
hint: save the file as plain text in UTF-8
[2]
# Halves of a surrogate pair: the first alone, the second alone, the two the wrong way round.
$ for text in '\ud83d' '\udea2' '\udea2\ud83d'; do
>     printf '{"record": "draft", "negotiation": "canal", "key": "third",\n"note": "%s"}' "$text" > half.json
>     sh refused half.json
> done
travaux: half.json:2: /note: half of a surrogate pair is no character
hint: write the character itself, in UTF-8
travaux: half.json:2: /note: half of a surrogate pair is no character
hint: write the character itself, in UTF-8
travaux: half.json:2: /note: half of a surrogate pair is no character
hint: write the character itself, in UTF-8
[2]
# Nesting 100,000 deep, of lists and of objects, closed and not closed.
$ deep=$(printf '%0100000d' 0)
> printf '{"a": %s%s}' "$(echo $deep | tr 0 '[')" "$(echo $deep | tr 0 ']')" > lists.json; sh refused lists.json
> printf '%s' "$(echo $deep | sed 's/0/{"a":/g')" > objects.json; sh refused objects.json
> printf '%s' "$(echo $deep | tr 0 '[')" > open.json; sh refused open.json
travaux: lists.json:1: /a/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: the record nests more than 64 deep
hint: is a bracket missing?
travaux: objects.json:1: the record that begins here is not finished
hint: a closing bracket or quote is missing
travaux: open.json:1: a record begins with '{', not '['
hint: a file holds one object, a list of objects, or one object a line
[2]
# An empty file, one of blanks, and one that is not JSON at all.
$ : > empty.json; sh refused empty.json
travaux: empty.json:1: there is no record in it
hint: a file holds one object, a list of objects, or one object a line
[2]
$ printf '\n\n\n' > blank.json; sh refused blank.json
travaux: blank.json:4: there is no record in it
hint: a file holds one object, a list of objects, or one object a line
[2]
$ echo 'draft,term,value' > table.csv; sh refused table.csv
travaux: table.csv:1: a record begins with '{', not 'd'
hint: a file holds one object, a list of objects, or one object a line
[2]
# A record that is cut off.
$ printf '{"record": "draft",\n "negotiation": "canal", "key": "thi' > cut.json; sh refused cut.json
travaux: cut.json:1: the record that begins here is not finished
hint: a closing bracket or quote is missing
[2]
# --- where it is ---
# In JSON Lines, the line; a blank line counts. What stands before it is not recorded either.
$ cat > third.jsonl <<'END'
> {"record": "draft", "negotiation": "canal", "key": "third"}
>
> {"record": "draft", "negotiation": "canal", "key": "fourth", "dated": "24.2.2025"}
> END
$ sh refused third.jsonl
travaux: third.jsonl:3: /dated: '24.2.2025' is not a date
hint: the year comes first, as in 2025-02-24
[2]
# In an object over several lines, the line of the member itself.
$ cat > pretty.json <<'END'
> {
>   "record": "report",
>   "negotiation": "canal",
>   "outlet": "Post",
>   "title": "Tolls",
>   "published": "2025-02-24",
>   "claims": [
>     {
>       "draft": "first",
>       "term": "toll",
>       "value": "50%"
>     },
>     {
>       "draft": "second",
>       "term": "toll",
>       "value": "a third"
>     }
>   ]
> }
> END
$ sh refused pretty.json
travaux: pretty.json:16: /claims/1/value: the value 'a third' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
# The same within a list, where lines count from the top of the file.
$ { echo '['; echo '  {"record": "draft", "negotiation": "canal", "key": "third"},'; cat pretty.json; echo ']'; } > list.json
$ sh refused list.json
travaux: list.json:18: /claims/1/value: the value 'a third' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
# A comma too many is where it stands.
$ printf '[\n {"record": "draft", "negotiation": "canal", "key": "third"},\n]\n' > comma.json; sh refused comma.json
travaux: comma.json:3: a comma stands before the end of the list
hint: leave it out
[2]
# Of several files the one at fault; the good one is not recorded.
$ echo '{"record": "draft", "negotiation": "canal", "key": "third"}' > good.json
$ travaux add good.json third.jsonl; cmp before.db travaux.db
travaux: third.jsonl:3: /dated: '24.2.2025' is not a date
hint: the year comes first, as in 2025-02-24
# Standard input has a name too; what is quoted from it cannot steer a terminal.
$ printf '{"record": "draft", "negotiation": "canal", "key": "third", "\\u001b[31mby": "NL"}' | travaux add -; cmp before.db travaux.db
travaux: standard input:1: /\u{1b}[31mby: unknown member '\u{1b}[31mby': no draft has one
hint: accepted: negotiation, key, title, dated, presented, by, follows, amends, maybe_same_as, url, note, supersedes
# After all this the file is sound, and nothing waits to be undone in its journal.
$ travaux check; cat travaux.db-journal
travaux.db: sound
