namespace Trellis.Server.Aerostack.Tests.Collections;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteCollectionTests : CollectionSuite;
