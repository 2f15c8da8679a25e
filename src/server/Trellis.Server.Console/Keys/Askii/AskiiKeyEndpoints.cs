using System.Globalization;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Keys.Askii;

/// <summary>The keys of Askii, which belong to people.</summary>
internal sealed class AskiiKeyEndpoints(PersonReader people)
{
    /// <summary>The keys of a person.</summary>
    public async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var all = await people.ListAsync(call);
        var person = call.Query("person") is { Length: > 0 } chosen ? chosen : PersonReader.First;
        var headers = PlatformHeaders.Person(person);
        var keys = await call.Platforms.PostAsync<AskiiKeyList>(Platform.Askii, "/platform/list-keys", headers: headers);
        var models = await call.Platforms.PostAsync<AvailableModels>(Platform.Askii, "/platform/available-models", headers: headers);
        var model = new AskiiKeysModel(
            person,
            all.Contains(person) ? all : [.. all, person],
            [.. keys.Keys.Reverse()],
            [.. models.Models.Select(static one => one.ModelName)]);
        return ConsoleResult.Page<AskiiKeysPage, AskiiKeysModel>("Keys of Askii", model);
    }

    /// <summary>Makes a key and shows it this once.</summary>
    public static async ValueTask<ConsoleResult> CreateAsync(ConsoleCall call)
    {
        var (budget, days) = (call.Field("budget"), call.Field("days"));
        if (!TryRead(budget, out var dollars))
            return ConsoleResult.GoWithProblem(PathOf(call), "The budget is a number of US dollars such as 2.50, or nothing for no limit.");

        var made = await call.Platforms.PostAsync<ProvisionedKey>(
            Platform.Askii,
            "/platform/provision-key",
            new
            {
                KeyAlias = call.Field("alias") is { Length: > 0 } alias ? alias : null,
                DurationDays = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null,
                Models = Ticked(call),
                DefaultModel = call.Field("default") is { Length: > 0 } model ? model : null,
                MaxBudget = dollars,
            },
            PlatformHeaders.Person(call.Field("person")));
        return ConsoleResult.Page<NewKeyPage, NewKeyModel>(
            "New key",
            new NewKeyModel("Askii", call.Field("alias") is { Length: > 0 } name ? name : made.KeyName, made.ApiKey, made.Expires, "Authorization: Bearer", PathOf(call)));
    }

    /// <summary>Changes which models a key opens.</summary>
    public static async ValueTask<ConsoleResult> ChangeModelsAsync(ConsoleCall call)
    {
        await call.Platforms.SendAsync(
            Platform.Askii,
            "POST",
            "/platform/update-key-model",
            new
            {
                Key = call.Field("key"),
                Models = Ticked(call),
                DefaultModel = call.Field("default") is { Length: > 0 } model ? model : null,
            },
            PlatformHeaders.Person(call.Field("person")));
        return ConsoleResult.Go(PathOf(call), $"The models of {call.Field("key")} are changed.");
    }

    /// <summary>Ends a key.</summary>
    public static async ValueTask<ConsoleResult> RevokeAsync(ConsoleCall call)
    {
        await call.Platforms.SendAsync(
            Platform.Askii, "POST", "/platform/revoke-key", new { Key = call.Field("key") }, PlatformHeaders.Person(call.Field("person")));
        return ConsoleResult.Go(PathOf(call), $"{call.Field("key")} is revoked: it opens nothing any more.");
    }

    private static string PathOf(ConsoleCall call) => $"/keys?platform=askii&person={Uri.EscapeDataString(call.Field("person"))}";

    private static string[] Ticked(ConsoleCall call) => [.. call.Context.Request.Form["models"].OfType<string>()];

    private static bool TryRead(string text, out decimal? amount)
    {
        amount = null;
        if (text.Length == 0)
            return true;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;

        amount = number;
        return true;
    }
}
