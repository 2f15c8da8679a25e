namespace Trellis.Server.Akshi.Tests.Sync;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteSyncTests : SyncSuite;
