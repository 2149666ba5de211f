# What import refuses: one error that names the file, the line, the column and its name; the file
# stays byte for byte as it was.
$ travaux init --negotiation canal --title 'Canal treaty' --party NL=Northland --party SL=Southland \
>   --term toll=percentage:'Share of the tolls' --term loan=money > made.txt
$ travaux draft add first --dated 2025-02-12 --by NL > made.txt
$ cp travaux.db before.db
# `refused TEXT OPTIONS` imports a text and then compares.
$ cat > refused <<'END'
> printf "$1" > in.csv; shift
> travaux import in.csv "$@"
> status=$?
> cmp before.db travaux.db || exit 1
> exit $status
> END
# The skeleton itself is accepted: what follows fails for the reason that it gives.
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,50%%\n" --dry-run | head -n 1 | sed 's/report [0-9a-f]*/report ID/'
would add report ID Post, 24 Feb 2025
# --- rows and cells ---
# Ragged rows: too short, too long.
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll\n"
travaux: in.csv:2: column 6 (value): the row has 5 cells, the header 6
hint: ',' stands between cells; one that holds it stands in quotes: "a, b"
[2]
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,1,000%%\n"
travaux: in.csv:2: column 7: the row has 7 cells, the header 6
hint: ',' stands between cells; one that holds it stands in quotes: "a, b"
[2]
# A quote that is not closed: where it begins, not where the file ends.
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,50%%\nPost,\"T,2025-02-24,first,toll,50%%\n\n\nx\n"
travaux: in.csv:3: column 2 (title): the quote that begins here is not closed
hint: a quote within a quoted cell is doubled: "the ""fund"""
[2]
# Text after a closing quote; a quote within a cell that is not quoted.
$ sh refused "outlet,title,published,draft,term,value\nPost,\"T\"x,2025-02-24,first,toll,50%%\n"
travaux: in.csv:2: column 2 (title): text follows the closing quote of a cell
hint: a quote within a quoted cell is doubled: "the ""fund"""
[2]
$ sh refused "outlet,title,published,draft,term,value\nPost,the \"T\",2025-02-24,first,toll,50%%\n"
travaux: in.csv:2: column 2 (title): a quote stands within a cell that is not quoted
hint: put the whole cell in quotes, and double those within: "the ""fund"""
[2]
# NUL, what is no UTF-8, UTF-16, a spreadsheet, nothing.
$ sh refused "outlet,title,published,draft,term,value\nPost,\000,2025-02-24,first,toll,50%%\n"
travaux: in.csv:2: column 2 (title): a NUL byte is not accepted
hint: save the file as CSV UTF-8: is it UTF-16?
[2]
$ sh refused "outlet,title,published,draft,term,value\nPost,\351,2025-02-24,first,toll,50%%\n"
travaux: in.csv:2: column 2 (title): the cell is not valid UTF-8
hint: save the file as UTF-8 (in Excel: CSV UTF-8)
[2]
$ sh refused '\377\376o\000u\000t\000'
travaux: in.csv:1: this is not UTF-8 but UTF-16
hint: save the file as CSV UTF-8
[2]
$ sh refused 'PK\003\004...'
travaux: in.csv:1: this is a zipped file or a spreadsheet, not CSV
hint: save the sheet as CSV UTF-8, or turn it into CSV with xlsx2csv
[2]
$ sh refused ''
travaux: in.csv:1: there is no row in it
hint: a file begins with the names of its columns: draft,term,value,outlet,title,published
[2]
# 1 GiB in one cell is refused once 1 MiB of it was seen (here 3 MB, to spare the time).
$ { echo "outlet,title,published,draft,term,value"; printf 'Post,T,2025-02-24,first,toll,"'; head -c 3000000 /dev/zero | tr '\0' x; } | travaux import -; cmp before.db travaux.db
travaux: standard input:2: column 6 (value): the cell that begins here is longer than 1 MiB
hint: is a closing quote missing?
$ { echo "outlet,title,published,draft,term,value"; head -c 5000 /dev/zero | tr '\0' ,; } | travaux import -; cmp before.db travaux.db
travaux: standard input:2: column 1001: the row has more than 1000 cells
hint: is a quote missing?
# --- columns ---
# No header row.
$ sh refused 'Post,T,2025-02-24,first,toll,50%%\n'
travaux: in.csv:1: the first row is data, or names no column that is known: 'Post', 'T', '2025-02-24', …
hint: add a header row such as draft,draft_date,term,value,outlet,title,published,url,attribution,note
[2]
# A column that every report needs; a cell of one.
$ sh refused 'title,published,draft,term,value\nT,2025-02-24,first,toll,50%%\n'
travaux: in.csv:1: no column 'outlet' is there: every report has one
hint: add the column, or say it for every row with --outlet
[2]
$ sh refused "outlet,title,published,draft,term,value\n,T,2025-02-24,first,toll,50%%\n"
travaux: in.csv:2: column 1 (outlet): 'outlet' is missing: every report has one
hint: fill in the cell, or say it for every such row with --outlet
[2]
# A column twice.
$ sh refused "outlet,title,published,draft,term,value,Report title\nPost,T,2025-02-24,first,toll,50%%,T\n"
travaux: in.csv:1: column 7 (Report title): column 2 (title) says already what this one says
hint: leave one of the two out, or give it another name
[2]
# Nearly a term.
$ sh refused 'outlet,title,published,draft,tol\nPost,T,2025-02-24,first,50%%\n'
travaux: in.csv:1: column 5 (tol): unknown term 'tol'
hint: did you mean 'toll'? if not, declare it: travaux term add tol --title "…" --kind percentage
[2]
# Sheets that cannot be imported, and what to do.
$ sh refused 'Year,Month,Day,Headline,Text,Media\n2025,2,24,A,B,C\n'
travaux: in.csv:1: this is a TimelineJS sheet: events, without the reports that tell them
hint: make a sheet with the columns outlet,title,published,url,draft,term,value; events go into a report's "events", see schema/record.schema.json
[2]
$ travaux export --format csv | travaux import -
travaux: standard input:1: this is an export of changes, which are reckoned from claims
hint: export the claims instead: travaux export --claims -o claims.csv
[2]
# --- what is said ---
# A term and a party that are declared nowhere, a value that cannot be read, a date that there is not.
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,50%%\nPost,T,2025-02-24,first,tolls,50%%\n"
travaux: in.csv:3: column 5 (term): unknown term 'tolls'
hint: did you mean 'toll'? if not, declare it: travaux term add tolls --title "…" --kind percentage
[2]
$ sh refused "outlet,title,published,draft,term,value,party\nPost,T,2025-02-24,second,toll,50%%,NO\n"
travaux: in.csv:2: column 7 (party): party 'NO' is declared nowhere
hint: to declare it: travaux party add NO --name "..."
[2]
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,half of them\n"
travaux: in.csv:2: column 6 (value): the value 'half of them' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
$ sh refused "outlet,title,published,draft,term,value\nPost,T,24.02.2025,first,toll,50%%\n"
travaux: in.csv:2: column 3 (published): '24.02.2025' is not a date
hint: the year comes first, as in 2025-02-24
[2]
$ sh refused 'draft,outlet,title,published,loan,toll\nfirst,Post,T,2025-02-24,USD 5,half\n'
travaux: in.csv:2: column 6 (toll): the value 'half' is not of kind percentage
hint: for example, percentage: '50%', 'up to 50% of revenue (oil, gas)'
[2]
# Marks of the syntax that stray into a name.
$ for cites in 'CNN (Axios' 'CNN ]' 'CNN ""x"" y'; do sh refused "outlet,title,published,draft,term,value,attribution\nPost,T,2025-02-24,first,toll,50%%,\"$cites\"\n"; done 2>&1 | grep -v ^hint
travaux: in.csv:2: column 7 (attribution): a parenthesis in the sources is not closed
travaux: in.csv:2: column 7 (attribution): ']' stands where a source should end
travaux: in.csv:2: column 7 (attribution): '"x" y' stands where a source should end
# A draft that is recorded otherwise.
$ sh refused "outlet,title,published,draft,term,value,draft_date\nPost,T,2025-02-24,first,toll,50%%,2025-02-13\n"
travaux: in.csv:2: column 4 (draft): draft 'first' is recorded already, and not like this
hint: travaux draft edit 'first' changes what is recorded of it; or leave out here what it does not say
[2]
# A status, a basis and sources that are none.
$ sh refused "outlet,title,published,draft,term,value,status\nPost,T,2025-02-24,first,toll,50%%,maybe\n"
travaux: in.csv:2: column 7 (status): 'maybe' is no status
hint: it is one of stated, included, absent, deferred
[2]
$ sh refused "outlet,title,published,draft,term,value,basis\nPost,T,2025-02-24,first,toll,50%%,rumour\n"
travaux: in.csv:2: column 7 (basis): 'rumour' is no basis
hint: it is one of text, document, on_record, anonymous, secondary, unattributed
[2]
$ sh refused "outlet,title,published,draft,term,value,attribution\nPost,T,2025-02-24,first,toll,50%%,CNN < (A; B\n"
travaux: in.csv:2: column 7 (attribution): a parenthesis in the sources is not closed
hint: write who cites whom like this: CNN < who: a Ukrainian official [anonymous]; Axios
[2]
# A row of which nothing is said; rows of one article that disagree.
$ sh refused "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,\n"
travaux: in.csv:2: column 6 (value): nothing is said of the term
hint: give a value, or as the status included, absent or deferred
[2]
$ sh refused "outlet,title,published,draft,term,value,byline\nPost,T,2025-02-24,first,toll,50%%,A\nPost,T,2025-02-24,first,loan,USD 5,B\n"
travaux: in.csv:3: column 7 (byline): 'byline' of this article is 'A' in line 2, but 'B' here
hint: rows with the same outlet, title, date and URL are of one article
[2]
# --- articles ---
# Without a date there is no report; a date in words is not guessed at.
$ sh refused '[\n{"title": "T", "publisher": "Post"}]'
travaux: in.csv:2: /issued: 'T': the date it was published is missing: every report has one
hint: fill in the date, or say it for all such items: --published 2025-02-24
[2]
$ sh refused '[{"title": "T", "publisher": "Post", "issued": {"raw": "2021-22"}}]'
travaux: in.csv:1: /issued: 'T': the date is given in words alone: '2021-22'
hint: fill in the date, or say it for all such items: --published 2025-02-24
[2]
$ sh refused '[{"title": "T", "publisher": "Post",\n"issued": {"date-parts": [[2025, 2, 30]]}}]'
travaux: in.csv:2: /issued: '2025-02-30' is not a date: 2025-02 has no day 30
hint: that month ends on 2025-02-28; write 2025-02 for the month
[2]
$ sh refused '[{"record": "report"}]'
travaux: in.csv:1: this is a travaux record, not CSL-JSON
hint: records are recorded by travaux add
[2]
$ sh refused '@article{a, title = {T}}'
travaux: in.csv:1: this is BibTeX, not CSV
hint: export the articles as CSL-JSON instead
[2]
# --- the command ---
$ travaux import
travaux: import needs FILE…
hint: travaux help import shows examples
[2]
$ travaux import nowhere.csv
travaux: nowhere.csv: the input cannot be opened: No such file or directory
[2]
$ sh refused "outlet,title,published,draft,term,value\n" --delimiter ab
travaux: --delimiter is one character, not 'ab'
hint: write --delimiter ';' or --delimiter tab
[2]
$ sh refused '[]' --draft first
travaux: articles make no claims on a draft
hint: leave --draft out: it goes with CSV
[2]
# All or nothing, over all files of a call.
$ printf "outlet,title,published,draft,term,value\nPost,T,2025-02-24,first,toll,50%%\n" > good.csv; printf "outlet,title,published,draft,term,value\nPost,U,2025-02-24,first,tol,50%%\n" > bad.csv; travaux import good.csv bad.csv; cmp before.db travaux.db
travaux: bad.csv:2: column 5 (term): unknown term 'tol'
hint: did you mean 'toll'? if not, declare it: travaux term add tol --title "…" --kind percentage
# An article that is recorded with other claims is one more, with a warning.
$ printf "outlet,title,published,draft,term,value,url\nPost,T,2025-02-24,first,toll,50%%,https://e.org/\n" | travaux import --quiet - > added.txt
$ printf "outlet,title,published,draft,term,value,url\nPost,T,2025-02-24,first,toll,60%%,https://e.org/\n" | travaux import - 2>&1 | sed 's/[0-9a-f]\{6\}/ID/g' | head -n 1
warning: standard input:2: report ID (Post) has the URL of report ID, which it neither supersedes nor updates
