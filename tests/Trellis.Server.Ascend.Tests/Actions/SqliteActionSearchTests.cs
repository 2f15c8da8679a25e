namespace Trellis.Server.Ascend.Tests.Actions;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteActionSearchTests : ActionSearchSuite;
