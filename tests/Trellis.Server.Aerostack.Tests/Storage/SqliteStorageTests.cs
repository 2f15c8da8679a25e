namespace Trellis.Server.Aerostack.Tests.Storage;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteStorageTests : StorageSuite;
