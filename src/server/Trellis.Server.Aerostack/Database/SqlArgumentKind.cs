namespace Trellis.Server.Aerostack.Database;

/// <summary>What a parameter's value is.</summary>
internal enum SqlArgumentKind
{
    Null,
    Integer,
    Real,
    Text,
}
