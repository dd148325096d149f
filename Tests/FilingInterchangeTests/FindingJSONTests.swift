import Filings
import TestSupport
import Testing

@testable import FilingInterchange

@Suite struct FindingJSONTests {
    @Test func theContractsMembersInOrder() {
        let finding = Finding(
            rule: "carry-over", severity: .error, verdict: .notAssessable,
            filing: FilingBuilder(2024, organ: "甲局").filing,
            sources: ["甲局/2023.txt"], measures: [Measures.known("requests.carriedOver.total")],
            left: Finding.Side(text: "一", value: ExactDecimal(5)),
            right: Finding.Side(text: "二", value: ExactDecimal(2)),
            message: Words("甲", "a"),
            evidence: [.init(source: "s", evidence: Evidence(text: "5", place: Place(line: 3, column: 9)))])
        #expect(
            FindingJSON.value(finding).compact == """
                {"rule": "carry-over", "severity": "error", "verdict": "not-assessable", "source": "甲局/2024.txt", \
                "sources": ["甲局/2023.txt"], "organ": "甲局", "year": 2024, "measures": ["requests.carriedOver.total"], \
                "left": {"text": "一", "value": 5}, "right": {"text": "二", "value": 2}, \
                "difference": 3, "cancels": [], "cause": null, "message": {"zh": "甲", "en": "a"}, \
                "evidence": [{"source": "s", "line": 3, "column": 9, "text": "5"}], \
                "advice": null, "decision": null, "fingerprint": "\(finding.fingerprint)"}
                """)
        #expect(FindingJSON.document([]).compact == #"{"schema": "tongjian.findings/1", "findings": []}"#)
    }
}
