package import Database
package import Domain

/// Keeps the lists that a case is sorted by: fields, areas, parks and clusters. All of them are data.
package enum CatalogueStore {
    package static func insert(field code: FieldCode, name: String, position: Int, _ tx: Transaction) throws {
        try tx.run("INSERT INTO field (code, name, position) VALUES (\(code), \(name), \(position))")
    }

    package static func insert(area code: AreaCode, name: String, position: Int, _ tx: Transaction) throws {
        try tx.run("INSERT INTO area (code, name, position) VALUES (\(code), \(name), \(position))")
    }

    package static func insert(place: Place, _ tx: Transaction) throws {
        try tx.run("INSERT INTO place (name, site, area) VALUES (\(place.name), \(place.site), \(place.area))")
    }

    package static func load(_ tx: Transaction) throws -> Catalogue {
        Catalogue(
            fields: try tx.all("SELECT code, name FROM field ORDER BY position, code") {
                Catalogue.Field(code: try $0["code"], name: try $0["name"])
            },
            areas: try tx.all("SELECT code, name FROM area ORDER BY position, code") {
                Catalogue.Area(code: try $0["code"], name: try $0["name"])
            },
            places: try tx.all("SELECT name, site, area FROM place ORDER BY site, name") {
                Place(name: try $0["name"], site: try $0["site"], area: try $0["area"])
            })
    }
}
