using System.Diagnostics.CodeAnalysis;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Askii.Chat;

/// <summary>The key of a request, or why the request is refused.</summary>
internal readonly struct KeyAdmission
{
    private KeyAdmission(AskiiKey? key, OpenAiError? error)
    {
        Key = key;
        Error = error;
    }

    /// <summary>The key.</summary>
    public AskiiKey? Key { get; }

    /// <summary>The refusal.</summary>
    public OpenAiError? Error { get; }

    /// <summary>Whether there is a key, and it is good.</summary>
    [MemberNotNullWhen(true, nameof(Key))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsAdmitted => Key is not null;

    /// <summary>The key is good.</summary>
    public static KeyAdmission Admit(AskiiKey key) => new(key, null);

    /// <summary>There is no key, or none that is good.</summary>
    public static KeyAdmission Refuse(OpenAiError error) => new(null, error);
}
