namespace Trellis.Server.Ascend.Tests.Catalogue;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteCatalogueTests : CatalogueEngineSuite;
