namespace Trellis.Server.Akshi.Tests.Tasks;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteTasksTests : TasksSuite;
