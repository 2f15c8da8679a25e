namespace Trellis.Server.Aerostack.Database.Postgres;

/// <summary>A statement of a caller as PostgreSQL takes it.</summary>
/// <param name="Text">The statement, with <c>$1</c>, <c>$2</c>, … for the question marks.</param>
/// <param name="ParameterCount">How many question marks there were.</param>
/// <param name="Words">
/// Its words in order, keywords and names outside of quotation marks in upper case, and names inside as they are; nothing of literals and comments.
/// </param>
internal sealed record PostgresSql(string Text, int ParameterCount, IReadOnlyList<string> Words);
