/// What is known of the content of a file: what it is, whether a scanner has looked at it, whether copies of it can be shown.
package struct FileState: Sendable, Equatable {
    package var content: FileContent
    package var scan: Scan
    package var copy: Copy

    package init(content: FileContent, scan: Scan = .unscanned, copy: Copy? = nil) {
        self.content = content
        self.scan = scan
        self.copy = copy ?? Copy(of: content)
    }

    /// What the scanner of viruses said.
    package enum Scan: Sendable, Equatable {
        /// Not yet, or there is none.
        case unscanned
        case clean
        case infected(signature: String)

        package enum Stage: String, Sendable { case unscanned, clean, infected }

        package var stage: Stage {
            switch self {
            case .unscanned: .unscanned
            case .clean: .clean
            case .infected: .infected
            }
        }
    }

    /// The copies that pages show in the place of a picture or a paper.
    package enum Copy: Sendable, Equatable {
        /// Nothing of it can be shown.
        case nothing
        case waiting
        case made
        /// The original is kept; why it cannot be shown, in words.
        case failed(reason: String)

        package enum Stage: String, Sendable { case nothing = "none", waiting, made, failed }

        package var stage: Stage {
            switch self {
            case .nothing: .nothing
            case .waiting: .waiting
            case .made: .made
            case .failed: .failed
            }
        }

        init(of content: FileContent) {
            switch content.kind?.showing {
            case .picture, .paper: self = .waiting
            case .audio, .video, .nothing, nil: self = .nothing
            }
        }
    }

    /// Whether a file leaves the store for the desk of somebody who may see its case.
    package enum Handout: Sendable, Equatable {
        case freely
        /// He reads first what it is and says that he wants it all the same.
        case onceConfirmed(Caution)
        /// To nobody until the scanner has looked: of what is closed a warning alone says too little.
        case onceScanned(FileContent.Closed)
        /// To nobody: it is infected.
        case never
    }

    /// What somebody must know before he saves a file.
    package enum Caution: Sendable, Equatable {
        case closed(FileContent.Closed)
        case notScannedYet
    }

    /// - Parameter scans: whether the operator has set up a scanner.
    package func handout(scans: Bool) -> Handout {
        switch scan {
        case .infected: return .never
        case .unscanned, .clean: break
        }
        let waits = scans && scan == .unscanned
        if case .closed(let why) = content { return waits ? .onceScanned(why) : .onceConfirmed(.closed(why)) }
        return waits ? .onceConfirmed(.notScannedYet) : .freely
    }
}

/// A size in which a copy of a picture is kept.
package enum PictureForm: String, CaseIterable, Sendable, Codable {
    /// In a conversation.
    case thumbnail
    /// To be read.
    case view

    /// Pixels of the longer side at most.
    package var longest: Int {
        switch self {
        case .thumbnail: 320
        case .view: 1600
        }
    }
}
