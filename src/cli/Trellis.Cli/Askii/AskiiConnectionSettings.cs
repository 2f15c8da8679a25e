using System.CommandLine;
using Trellis.Askii;

namespace Trellis.Cli.Askii;

/// <summary>How the platform is reached: the options <c>--token</c> and <c>--base-url</c>, and the variables of the client.</summary>
internal sealed class AskiiConnectionSettings
{
    private readonly Setting<string?> _token = new(
        "--token", AskiiClientOptions.TokenVariable, "TOKEN",
        "The mPass token. Prefer the variable: other users of the machine can see arguments", SettingFormats.Text);

    private readonly Setting<Uri?> _baseUrl = new(
        "--base-url", AskiiClientOptions.BaseUrlVariable, "URL", "The platform's address (default: https://api.askii.ai)", SettingFormats.Address);

    public void AddTo(Command command)
    {
        command.Add(_token);
        command.Add(_baseUrl);
    }

    /// <summary>Makes the client. Nothing is sent yet.</summary>
    /// <exception cref="AskiiAuthException">There is no token.</exception>
    /// <exception cref="FormatException">A variable cannot be read.</exception>
    public AskiiClient Open(CommandInput input)
    {
        var options = AskiiClientOptions.FromEnvironment(input.Host.Variable);
        options.BaseUrl = _baseUrl.Read(input, options.BaseUrl)!;
        options.Token = _token.Read(input, null)
            ?? throw new AskiiAuthException($"There is no token. Set {AskiiClientOptions.TokenVariable}, or give {_token.Name}.");
        return new AskiiClient(options, input.Host.HttpClient);
    }
}
