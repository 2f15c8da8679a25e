using System.CommandLine;

namespace Trellis.Cli.Aerostack.Auth;

/// <summary><c>auth</c>.</summary>
internal sealed class AuthGroup : Command
{
    public AuthGroup(CliHost host)
        : base("auth", "Sign the project's users up and in")
    {
        Add(new SignupCommand(host));
        Add(new SigninCommand(host));
    }
}
