import Foundation
import FoundationXML

/// Takes the elements of a document as they come; names are without their prefixes.
protocol XMLContent {
    mutating func open(_ name: String, _ attributes: [String: String]) throws(TableFault)
    mutating func text(_ text: String) throws(TableFault)
    mutating func close(_ name: String) throws(TableFault)
}

/// Reads XML that came from outside, element by element. Documents with a type declaration are refused before anything is read:
/// the parts of a workbook have none, and entities are the way to make a small file large or to name files of this machine.
enum XMLReader {
    static func read<Content: XMLContent>(_ bytes: [UInt8], part: String, into content: Content) throws(TableFault) -> Content {
        guard XMLProlog(bytes).isHarmless else { throw .hostile(part: part) }
        let relay = Relay(content)
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = relay
        let isWhole = parser.parse()
        if let fault = relay.fault { throw fault }
        // The parser of this platform says that all is well over some documents that it did not finish.
        guard isWhole, parser.parserError == nil, relay.isClosed else { throw .damaged(part: part) }
        return relay.content
    }

    /// The name behind the prefix: `row` of `x:row`.
    static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }

    /// Hands on what the parser finds until somebody has enough.
    private final class Relay<Content: XMLContent>: NSObject, XMLParserDelegate {
        var content: Content
        var fault: TableFault?
        private var depth = 0
        private var hasOpened = false

        /// Whether the first element has come to its end.
        var isClosed: Bool { hasOpened && depth == 0 }

        init(_ content: Content) { self.content = content }

        private func hand(on step: (inout Content) throws(TableFault) -> Void, _ parser: XMLParser) {
            if fault != nil { return }
            do throws(TableFault) {
                try step(&content)
            } catch {
                fault = error
                parser.abortParsing()
            }
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            hasOpened = true
            depth += 1
            hand(on: { (content) throws(TableFault) in try content.open(XMLReader.local(name), attributes) }, parser)
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            hand(on: { (content) throws(TableFault) in try content.text(string) }, parser)
        }

        func parser(_ parser: XMLParser, foundCDATA block: Data) {
            hand(on: { (content) throws(TableFault) in try content.text(String(decoding: block, as: UTF8.self)) }, parser)
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            depth -= 1
            hand(on: { (content) throws(TableFault) in try content.close(XMLReader.local(name)) }, parser)
        }
    }
}
