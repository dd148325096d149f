import ArgumentParser
struct ListCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "list"); func run() throws {} }
struct ExplainCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "explain"); func run() throws {} }
struct QueryCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "query"); func run() throws {} }
struct ReportCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "report"); func run() throws {} }
struct ChartCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "chart"); func run() throws {} }
