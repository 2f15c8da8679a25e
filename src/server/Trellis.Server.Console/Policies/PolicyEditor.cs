using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Policies;

/// <summary>Writes policies: shows the text, tries it, saves it. What somebody has written is kept when the platform refuses it.</summary>
internal static class PolicyEditor
{
    private const int MostActions = 500;

    private static readonly ConsoleResult Absent = Problem.Page(
        StatusCodes.Status404NotFound, "There is no such policy", "Somebody may have deleted it, or the address is wrong.");

    /// <summary>A new policy, with an example to begin with.</summary>
    public static ValueTask<ConsoleResult> BeginAsync(ConsoleCall call) => new(Page(new PolicyEditModel(null, "New policy", PolicyText.Example)));

    /// <summary>A stored policy.</summary>
    public static async ValueTask<ConsoleResult> OpenAsync(ConsoleCall call)
    {
        try
        {
            var policy = await call.Platforms.GetAsync<JsonElement>(Platform.Ascend, PolicyPaths.Of(call));
            return Page(new PolicyEditModel(IdOf(call), policy.GetProperty("policy_name").GetString()!, PolicyText.Of(policy)));
        }
        catch (PlatformException error) when (error.Status == StatusCodes.Status404NotFound)
        {
            return Absent;
        }
    }

    /// <summary>Tries what is written, or saves it.</summary>
    public static async ValueTask<ConsoleResult> SendAsync(ConsoleCall call)
    {
        var limit = int.TryParse(call.Field("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MostActions) : 50;
        var model = new PolicyEditModel(IdOf(call), call.Field("title"), call.Field("policy")) { Limit = limit };
        if (!PolicyText.TryRead(model.Text, out var policy, out var problem))
            return Refuse(model, problem);

        try
        {
            return call.Field("verb") == "try" ? await TryAsync(call, model, policy) : await SaveAsync(call, model, policy);
        }
        catch (PlatformException error)
        {
            return Refuse(model, error.Message);
        }
    }

    private static async Task<ConsoleResult> TryAsync(ConsoleCall call, PolicyEditModel model, JsonElement policy)
    {
        var trial = await call.Platforms.PostAsync<PolicyTrial>(
            Platform.Ascend, $"{PolicyPaths.All}/try", new { Policy = policy, PolicyId = model.Id, model.Limit });
        return Page(model with { Trial = trial });
    }

    private static async Task<ConsoleResult> SaveAsync(ConsoleCall call, PolicyEditModel model, JsonElement policy)
    {
        var saved = await call.Platforms.SendAsync<PolicyLine>(
            Platform.Ascend, model.Id is null ? "POST" : "PUT", model.Id is { } id ? $"{PolicyPaths.All}/{id}" : PolicyPaths.All, policy);
        return ConsoleResult.Go("/policies", $"“{saved.PolicyName}” is saved" + (saved.IsActive ? " and counts from the next decision on." : ", but does not count yet."));
    }

    private static ConsoleResult Refuse(PolicyEditModel model, string problem) =>
        ConsoleResult.Page<PolicyEditPage, PolicyEditModel>(model.Title, model with { Problem = problem }, StatusCodes.Status422UnprocessableEntity);

    private static ConsoleResult Page(PolicyEditModel model) => ConsoleResult.Page<PolicyEditPage, PolicyEditModel>(model.Title, model);

    private static long? IdOf(ConsoleCall call) => long.TryParse(call.Route("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
