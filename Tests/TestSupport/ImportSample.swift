import Foundation

/// Lists as other systems give them out, invented, in their likely layouts: `Tests/ImportSamples`.
package enum ImportSample: String, CaseIterable, Sendable {
    case tax = "etax.xlsx"
    case portal = "cong-hoi-dap.csv"
    case national = "pakn-quoc-gia.xlsx"
    /// UTF-16 with tabs.
    case callCentre = "tong-dai-1022.csv"
    /// Heads of two rows, a row of column numbers, numbers by formula.
    case dialogue = "hoi-nghi-doi-thoai.xlsx"
    /// In the code page of Vietnamese Windows.
    case forwarded = "co-quan-khac-windows-1258.csv"
    case refused = "dong-bi-tu-choi.csv"

    package var path: String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("ImportSamples/\(rawValue)").path
    }

    package var bytes: [UInt8] { get throws { Array(try Data(contentsOf: URL(fileURLWithPath: path))) } }
}
