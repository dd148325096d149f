import Filings
import Ingest

/// A document in, a filing out. Bad data gives notes and empty cells; nothing here fails a run.
///
/// Phases: rows -> who, where, when -> form -> tables -> what identities determine -> sections and facts. Tables printed
/// like earlier ones are read at once (`PrintedTables`).
package struct FilingParser: Sendable {
    private let registry: DistrictRegistry
    private let places: PlaceNames
    private let lexicons = LexiconPool()
    /// Whether filings keep the text of their sections: half of what a filing takes up, which only checks read.
    package var keepsSections = true

    package init(registry: DistrictRegistry) {
        self.registry = registry
        places = PlaceNames(registry)
    }

    package func parse(_ document: RawDocument) -> Outcome<Filing> {
        lexicons.withLexicon { parse(document, $0) }
    }

    /// A document with so many of the six sections is a report, even if it has neither title nor tables.
    private static let leastHeadings = 4

    private func parse(_ document: RawDocument, _ lexicon: Lexicon) -> Outcome<Filing> {
        let printed = document.body.flatMap(lexicon.tables.read)
        let rows = printed == nil ? document.rows : []
        let lines = ProseLine.lines(of: printed?.rows ?? rows.map(RowWords.init))
        let prose = Prose(lines, lexicon.prose)
        let headers = TitleReader.headers(in: prose)
        let metadata = document.metadata + TitleReader.metadata(above: rows)
        let title = TitleReader.title(in: prose, headers, metadata, lexicon.names, places)
        let signature = SignatureReader.signature(in: prose)
        let year = YearIdentification.identify(
            title: title, prose: prose, signature: signature, source: document.source)
        let tables = printed.map(TableReadings.init) ?? TableReadings(rows, year: year.year, lexicon)
        let headings = lines.reduce(0) { $0 + $1.cuts.count }
        guard title != nil || tables.found > 0 || headings >= Self.leastHeadings else {
            return .skipped(
                reason: Words(
                    "不是政府信息公开工作年度报告（没有标题，也没有法定表格）", "is no annual report: neither its title nor a statutory table"))
        }

        var filing = Filing(
            source: document.source, digest: document.digest, format: document.format, form: tables.form)
        filing.year = year.year
        filing.signature = signature
        let said = FactReading(prose, year: year.year, lexicon, places)
        filing.facts = said.facts
        let organ = OrganIdentification(registry: registry, places: places, names: lexicon.names).identify(
            title: title,
            metadata: headers.publishers + TitleReader.publishers(inMetadata: metadata),
            prose: prose, mayNamePlace: said.mayNamePlace, signature: signature, year: year.year,
            source: document.source)
        filing.organ = organ.organ
        filing.area = organ.area
        filing.evidence = organ.evidence + year.evidence
        if keepsSections { filing.sections = SectionReader.sections(of: lines) }
        if let publication = PublicationReader.read(document.metadata, prose) {
            filing.publicationDate = publication.day
            filing.evidence.append(publication.evidence)
        }
        let residue = printed.map { Residue.notes(in: $0.rows, of: $0.body) } ?? Residue.notes(in: rows)
        filing.notes = year.notes + organ.notes + tables.notes + residue + LostCharacters.notes(in: document)
        filing.readings = tables.readings
        if let form = tables.form, !tables.isWhole {
            filing.derived = Derivations.derive(tables.readings, form: AllForms.form(form))
        }
        // What tells the form, and nothing damaged: the next text printed so is read by position.
        if printed == nil, let body = document.body, tables.notes.isEmpty, tables.isFormPrinted, tables.isByPlace,
            residue.isEmpty
        {
            lexicon.tables.learn(body, tables)
        }
        return .read(filing)
    }
}
