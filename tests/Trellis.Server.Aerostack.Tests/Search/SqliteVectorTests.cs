namespace Trellis.Server.Aerostack.Tests.Search;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteVectorTests : VectorSuite;
