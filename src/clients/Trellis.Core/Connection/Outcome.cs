using System.Diagnostics.CodeAnalysis;

namespace Trellis;

/// <summary>What an attempt came to: a value or a failure.</summary>
internal readonly struct Outcome<T>
{
    private Outcome(T? value, ApiFailure? failure) => (Value, Failure) = (value, failure);

    public T? Value { get; }

    public ApiFailure? Failure { get; }

    [MemberNotNullWhen(true, nameof(Failure))]
    public bool Failed => Failure is not null;

    public static Outcome<T> Success(T value) => new(value, null);

    public static Outcome<T> Fail(ApiFailure failure) => new(default, failure);
}
