using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;

namespace Trellis.Server.Aerostack.Database;

/// <summary>Why a statement did nothing.</summary>
/// <param name="Status">400 when the statement is to blame, 500 when the engine is.</param>
/// <param name="Message">With the engine's own words, which clients look for.</param>
/// <param name="Reason">For programs; null when the message is all there is.</param>
internal sealed record SqlFailure(int Status, string Message, string? Reason = null)
{
    private const int LongestMessage = 1000;

    /// <summary>The statement is wrong or is not allowed.</summary>
    public static SqlFailure Refused(string message, string? reason = null) => new(StatusCodes.Status400BadRequest, Cut(message), reason);

    /// <summary>The statement ran too long.</summary>
    public static SqlFailure TooSlow(TimeSpan limit) =>
        Refused($"The statement was stopped because it ran longer than {limit.TotalMilliseconds:0} ms.", "statement_timeout");

    /// <summary>The answer would be too large.</summary>
    public static SqlFailure TooLarge(DatabaseOptions options) =>
        Refused($"The statement returns more than {options.MostRows} rows or {options.MostResultBytes} bytes and was undone. Use LIMIT.", "result_too_large");

    /// <summary>The number of values is wrong.</summary>
    public static SqlFailure WrongCount(int expected, int given) =>
        Refused($"The statement has {expected} parameters and {given} values were given.", "parameter_count");

    /// <summary>The schema may not be changed this way.</summary>
    public static SqlFailure SchemaChange() =>
        Refused("The schema is changed by migrations here (POST /v1/db/migrate), not by queries.", "ddl_not_allowed");

    /// <summary>The statement changes something, and only reading was asked for.</summary>
    public static SqlFailure ReadOnly() => Refused("The statement changes data, and the request is for reading only.", "read_only");

    /// <summary>More than one statement.</summary>
    public static SqlFailure NotOne() => Refused("A query is exactly one statement.", "not_one_statement");

    /// <summary>The engine failed.</summary>
    public static SqlFailure Engine(string message) => new(StatusCodes.Status500InternalServerError, Cut(message));

    /// <summary>The failure as an answer.</summary>
    public AerostackError ToError() => new(Status, ErrorCodes.QueryFailed, Message) { Reason = Reason };

    private static string Cut(string message) => message.Length <= LongestMessage ? message : message[..LongestMessage];
}
