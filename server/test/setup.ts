// Nest is loaded before anything that imports it in a circle, or the module loader refuses ("Cannot require() ES Module in a cycle").
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
