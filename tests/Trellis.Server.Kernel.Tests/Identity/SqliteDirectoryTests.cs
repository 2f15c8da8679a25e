namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteDirectoryTests : DirectorySuite;
