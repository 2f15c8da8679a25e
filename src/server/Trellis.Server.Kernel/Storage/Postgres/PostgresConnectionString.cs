using Npgsql;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>Completes the user's connection string with what the store wants unless the user says otherwise.</summary>
internal static class PostgresConnectionString
{
    // Writers of one organisation wait for each other at its audit record: more connections would only move the waiting into the server.
    private const string Defaults = "Application Name=trellis;Maximum Pool Size=32;Max Auto Prepare=256;Auto Prepare Min Usages=2;";

    /// <exception cref="StoreException">The connection string cannot be read; the message does not repeat it, for it may hold a password.</exception>
    public static NpgsqlConnectionStringBuilder Complete(string connectionString)
    {
        try
        {
            // Of a keyword given twice the later one wins. Error details hold the values of rows, which do not belong in logs.
            return new NpgsqlConnectionStringBuilder(Defaults + connectionString) { IncludeErrorDetail = false, PersistSecurityInfo = false };
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            throw new StoreException(
                "The connection string of the store cannot be read. It has the form 'Host=…;Database=…;Username=…;Password=…'; "
                + "a value with a semicolon or a quotation mark needs quotation marks around it.");
        }
    }
}
