using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Database;

/// <summary>Queries, one or several (contract, sections 2.1.6 and 2.2.1).</summary>
internal sealed class DatabaseEndpoints(IProjectDatabases databases, DatabaseOptions options)
{
    private readonly SqlRules _rules = new(options.AllowsSchemaChanges);

    /// <summary>Runs one statement; with <c>readOnly</c>, one that changes nothing.</summary>
    public async ValueTask<JsonAnswer> QueryAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var request = ReadRequest(fields, "");
        var rules = _rules with { IsReadOnly = fields.OptionalBoolean("readOnly") ?? false };
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var outcome = (await databases.RunAsync(call.ProjectId, [request], rules, call.Aborted))[0];
        if (outcome.Failure is { } failure)
            return failure.ToError();

        return Answer.Ok(json =>
        {
            WriteRows(json, outcome);
            json.WriteNumber("count"u8, outcome.Count);
        });
    }

    /// <summary>Runs statements in order. What succeeded stays, whatever comes after it.</summary>
    public async ValueTask<JsonAnswer> BatchAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var requests = new List<SqlRequest>();
        foreach (var element in fields.Objects("queries", DatabaseLimits.MostQueries))
        {
            var prefix = $"queries[{requests.Count}].";
            requests.Add(ReadRequest(new Fields(element, prefix) { Errors = fields.Errors }, prefix));
        }

        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var outcomes = requests.Count == 0 ? [] : await databases.RunAsync(call.ProjectId, requests, _rules, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("results"u8);
            foreach (var outcome in outcomes)
            {
                json.WriteStartObject();
                WriteRows(json, outcome);
                json.WriteBoolean("success"u8, outcome.Failure is null);
                if (outcome.Failure is { } failure)
                    json.WriteString("error"u8, failure.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("success"u8, outcomes.All(static outcome => outcome.Failure is null));
        });
    }

    private static void WriteRows(Utf8JsonWriter json, SqlOutcome outcome)
    {
        json.WritePropertyName("results"u8);
        json.WriteRawValue(outcome.Rows.Span, skipInputValidation: true);
    }

    private static SqlRequest ReadRequest(Fields fields, string prefix)
    {
        var sql = fields.Text("sql", DatabaseLimits.LongestSql);
        var arguments = new List<SqlArgument>();
        if (!fields.TryGet("params", out var parameters))
            return new SqlRequest(sql, arguments);

        if (parameters.ValueKind is not JsonValueKind.Array)
            fields.Errors.Add($"{prefix}params", "must be a list");
        else if (parameters.GetArrayLength() > DatabaseLimits.MostArguments)
            fields.Errors.Add($"{prefix}params", $"must have at most {DatabaseLimits.MostArguments} elements");
        else
            ReadArguments(fields, prefix, parameters, arguments);
        return new SqlRequest(sql, arguments);
    }

    private static void ReadArguments(Fields fields, string prefix, JsonElement parameters, List<SqlArgument> arguments)
    {
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (!SqlArgument.TryRead(parameter, out var argument))
                fields.Errors.Add($"{prefix}params[{arguments.Count}]", "is no text that a database keeps");
            arguments.Add(argument);
        }
    }
}
