namespace Trellis.Server.Akshi.Toml;

/// <summary>A text, of any of the four notations.</summary>
internal sealed record TomlString(string Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a string";
}

/// <summary>A whole number of 64 bits.</summary>
internal sealed record TomlInteger(long Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "an integer";
}

/// <summary>A number of IEEE 754 with 64 bits, infinities and NaN included.</summary>
internal sealed record TomlFloat(double Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a float";
}

/// <summary>True or false.</summary>
internal sealed record TomlBoolean(bool Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a boolean";
}

/// <summary>A point in time with its offset. Digits beyond 100 ns are dropped.</summary>
internal sealed record TomlOffsetDateTime(DateTimeOffset Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a date-time";
}

/// <summary>A date and a time of day of no particular zone.</summary>
internal sealed record TomlLocalDateTime(DateTime Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a local date-time";
}

/// <summary>A date.</summary>
internal sealed record TomlLocalDate(DateOnly Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a local date";
}

/// <summary>A time of day.</summary>
internal sealed record TomlLocalTime(TimeOnly Value, TomlPosition Position) : TomlValue(Position)
{
    public override string Kind => "a local time";
}
