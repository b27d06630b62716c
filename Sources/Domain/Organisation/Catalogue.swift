/// The lists that a case is sorted by (danh mục): fields, areas, parks and clusters.
package struct Catalogue: Sendable, Equatable {
    package var fields: [Field]
    package var areas: [Area]
    package var places: [Place]

    package struct Field: Sendable, Equatable {
        package var code: FieldCode
        package var name: String
        package init(code: FieldCode, name: String) {
            self.code = code
            self.name = name
        }
    }

    package struct Area: Sendable, Equatable {
        package var code: AreaCode
        package var name: String
        package init(code: AreaCode, name: String) {
            self.code = code
            self.name = name
        }
    }

    package init(fields: [Field] = [], areas: [Area] = [], places: [Place] = []) {
        self.fields = fields
        self.areas = areas
        self.places = places
    }

    package func name(of code: FieldCode) -> String? { fields.first { $0.code == code }?.name }
    package func name(of code: AreaCode) -> String? { areas.first { $0.code == code }?.name }
}

/// A park or a cluster by name (khu công nghiệp, cụm công nghiệp).
package struct Place: Sendable, Equatable {
    package var name: String
    package var site: Site
    package var area: AreaCode?

    package init(name: String, site: Site, area: AreaCode?) {
        self.name = name
        self.site = site
        self.area = area
    }
}
