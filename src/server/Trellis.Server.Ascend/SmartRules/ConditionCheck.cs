using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.SmartRules.Parsing;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.SmartRules;

/// <summary>Tells authors of smart rules whether a condition is understood, and as what.</summary>
internal static class ConditionCheck
{
    /// <summary>Checks <c>condition</c>.</summary>
    public static ValueTask<JsonAnswer> CheckAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var condition = fields.Text("condition", RuleParser.LongestSource);
        return new(fields.Errors.IsEmpty ? Check(condition) : AscendErrors.Invalid(fields.Errors));
    }

    private static Answer Check(string condition)
    {
        var error = RuleParser.Parse(condition, out var expression);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("valid"u8, error is null);
            json.WriteString("understood_as"u8, expression?.ToString());
            json.WriteString("error"u8, error?.Message);
            json.WriteNumberOrNull("position"u8, error?.Position);
        });
    }
}
