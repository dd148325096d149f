import ArgumentParser

@main
struct Tongjian: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "tongjian",
        abstract:
            "通鉴：政府信息公开工作年度报告的读取、核查、比较与发布。Reads, checks, compares and publishes annual reports on information disclosure.",
        version: version,
        subcommands: [
            ReportCommand.self, ParseCommand.self, CheckCommand.self, QueryCommand.self, CompareCommand.self,
            TrendCommand.self, TraceCommand.self, ChartCommand.self, GalleryCommand.self, ListCommand.self,
            ExplainCommand.self,
        ])
}
