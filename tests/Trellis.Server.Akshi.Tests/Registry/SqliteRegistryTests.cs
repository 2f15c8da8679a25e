namespace Trellis.Server.Akshi.Tests.Registry;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteRegistryTests : RegistrySuite;
