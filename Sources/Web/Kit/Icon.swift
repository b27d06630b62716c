/// The few pictures of the site. They stand beside words, never alone, so that readers by ear pass over them.
package enum Icon: Sendable, CaseIterable {
    case late, soon, done, note, search, file, copy, back, forward, person

    package var html: HTML {
        "<svg class=\"icon\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">\(shape)</svg>"
    }

    private var shape: HTML {
        switch self {
        case .late: "<path d=\"M8 1.5 15 14H1L8 1.5Z\"></path><path d=\"M8 6v4M8 11.6v.6\"></path>"
        case .soon: "<circle cx=\"8\" cy=\"8\" r=\"6.2\"></circle><path d=\"M8 4.5V8l2.5 1.8\"></path>"
        case .done: "<circle cx=\"8\" cy=\"8\" r=\"6.2\"></circle><path d=\"m5.2 8.2 2 2 3.6-4\"></path>"
        case .note: "<circle cx=\"8\" cy=\"8\" r=\"6.2\"></circle><path d=\"M8 7.2v4M8 4.6v.6\"></path>"
        case .search: "<circle cx=\"7\" cy=\"7\" r=\"4.5\"></circle><path d=\"m10.5 10.5 4 4\"></path>"
        case .file: "<path d=\"M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3\"></path>"
        case .copy: "<path d=\"M5.5 5.5h8v9h-8zM10.5 3v-1.5h-8v9H4\"></path>"
        case .back: "<path d=\"M10 3 5 8l5 5\"></path>"
        case .forward: "<path d=\"m6 3 5 5-5 5\"></path>"
        case .person: "<circle cx=\"8\" cy=\"5\" r=\"3\"></circle><path d=\"M2.5 14.5c.5-3 2.5-4.5 5.5-4.5s5 1.5 5.5 4.5\"></path>"
        }
    }
}
