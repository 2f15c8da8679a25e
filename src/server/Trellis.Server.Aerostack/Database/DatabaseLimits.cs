namespace Trellis.Server.Aerostack.Database;

/// <summary>What one request may hold (contract, section 8.8).</summary>
internal static class DatabaseLimits
{
    public const int LongestSql = 100_000;
    public const int MostArguments = 1000;
    public const int MostQueries = 25;
    public const int MostMigrationStatements = 1000;
}
