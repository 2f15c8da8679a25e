namespace Trellis.Server.Askii.Tests.Engines;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteEngineTests : EngineSuite;
