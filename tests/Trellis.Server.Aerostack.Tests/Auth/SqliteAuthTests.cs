namespace Trellis.Server.Aerostack.Tests.Auth;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteAuthTests : AuthSuite;
