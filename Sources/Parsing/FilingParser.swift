import Filings
import Ingest

/// A document in, a filing out. Bad data gives notes and empty cells; nothing here fails a run.
///
/// Phases: rows -> who, where, when -> form -> tables -> what identities determine -> sections and facts.
package struct FilingParser: Sendable {
    private let registry: DistrictRegistry
    private let places: PlaceNames
    private let lexicons = LexiconPool()

    package init(registry: DistrictRegistry) {
        self.registry = registry
        places = PlaceNames(registry)
    }

    package func parse(_ document: RawDocument) -> Outcome<Filing> {
        let prose = Prose(document)
        let rows = lexicons.withLexicon { TableRows(lexicon: $0).rows(of: document) }
        let title = TitleReader.title(in: prose) ?? TitleReader.title(inMetadata: document.metadata)
        let signature = SignatureReader.signature(in: prose)
        let year = YearIdentification.identify(
            title: title, prose: prose, signature: signature, source: document.source)
        let form = FormRecognition.form(of: rows, year: year.year)
        let tables = form.map { Tables(rows, form: AllForms.form($0)) }
        let sections = SectionReader.sections(of: document)
        guard title != nil || tables?.found ?? 0 > 0 || sections.count >= 4 else {
            return .skipped(
                reason: Words(
                    "不是政府信息公开工作年度报告（没有标题，也没有法定表格）", "is no annual report: neither its title nor a statutory table"))
        }

        var filing = Filing(source: document.source, digest: document.digest, format: document.format, form: form)
        filing.year = year.year
        filing.signature = signature
        let organ = OrganIdentification(registry: registry, places: places).identify(
            title: title,
            metadata: TitleReader.headers(in: prose).publishers + TitleReader.publishers(inMetadata: document.metadata),
            prose: prose, signature: signature, year: year.year,
            source: document.source)
        filing.organ = organ.organ
        filing.area = organ.area
        filing.evidence = organ.evidence + year.evidence
        filing.sections = sections
        filing.facts = FactExtractor.facts(in: prose)
        if let publication = PublicationReader.read(document, prose) {
            filing.publicationDate = publication.day
            filing.evidence.append(publication.evidence)
        }
        filing.notes = year.notes + (tables?.notes ?? []) + Residue.notes(in: document)
        if let tables, let form {
            for (measure, reading) in tables.readings { filing.readings[measure] = reading }
            filing.derived = Derivations.derive(filing.readings, form: AllForms.form(form))
        }
        return .read(filing)
    }

    /// The three statutory tables of a document.
    private struct Tables {
        var readings: [(measure: MeasureID, reading: Reading)] = []
        var notes: [ReadingNote] = []
        var found = 0

        init(_ rows: [TableRow], form: StatutoryForm) {
            add(.two, TableTwoReader(form: form).read(rows).map { ($0.readings, $0.notes) }, rows)
            add(.three, TableThreeReader(form: form).read(rows).map { ($0.readings, $0.notes) }, rows)
            add(.four, TableFourReader(form: form).read(rows).map { ($0.readings, $0.notes) }, rows)
        }

        private mutating func add(
            _ table: StatutoryTable, _ result: ([(measure: MeasureID, reading: Reading)], [ReadingNote])?,
            _ rows: [TableRow]
        ) {
            guard let result else {
                notes.append(
                    ReadingNote(
                        kind: .tableMissing, table: table, chinese: "没有找到表\(table.rawValue)",
                        english: "table \(table.english) was not found",
                        evidence: Evidence(text: "", place: nil)))
                return
            }
            found += 1
            readings += result.0
            notes += result.1
        }
    }
}
