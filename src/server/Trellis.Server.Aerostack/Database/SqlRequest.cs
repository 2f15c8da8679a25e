namespace Trellis.Server.Aerostack.Database;

/// <summary>One statement of a caller, with the values of its parameters in order.</summary>
internal sealed record SqlRequest(string Sql, IReadOnlyList<SqlArgument> Arguments);
