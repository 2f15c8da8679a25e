namespace Trellis.Server.Aerostack.Tests.Gateway;

/// <summary>The gateway on SQLite.</summary>
public sealed class SqliteGatewayTests : GatewaySuite;
