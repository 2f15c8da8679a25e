using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Auth;

/// <summary><c>auth signin</c>.</summary>
internal sealed class SigninCommand : AerostackCommand
{
    private readonly TextArgument _email = AuthSettings.Email();
    private readonly Setting<string?> _password = AuthSettings.Password();

    public SigninCommand(CliHost host)
        : base(host, "signin", "Begin a session of a user, and print it with its token", OutputFormat.Json)
    {
        Add(_email);
        Add(_password);
        Examples = ["ada@example.com", "ada@example.com | jq -r .token"];
    }

    protected override async Task<int> RunAsync(
        AerostackClient client, CommandInput input, OutputFormat format, CancellationToken cancellationToken)
    {
        var password = new Secret(_password.ReadRequired(input)!);
        var session = await client.Authentication.SigninAsync(_email.Read(input), password, cancellationToken: cancellationToken).ConfigureAwait(false);
        return RevealedSession.Write(input.Host, format, session);
    }
}
